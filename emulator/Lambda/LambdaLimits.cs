namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Lambda's quotas that hold here too. Source: "Lambda quotas" and "Invoke" in the Lambda developer guide.</summary>
internal static class LambdaLimits
{
    /// <summary>The largest event of a synchronous invocation.</summary>
    public const int MaxRequestBytes = 6_291_456;

    /// <summary>The largest answer: a little more than the request, as Lambda's own error message tells.</summary>
    public const int MaxResponseBytes = 6_291_556;

    /// <summary>The largest event of an asynchronous invocation.</summary>
    public const int MaxEventBytes = 1_048_576;

    /// <summary>Invocations at once, over all functions: the account's default.</summary>
    public const int MaxConcurrency = 1000;

    /// <summary>Asynchronous invocations that may be under way; further ones are throttled.</summary>
    public const int MaxQueuedEvents = 1000;
}
