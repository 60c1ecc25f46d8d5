namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>The Runtime API answered in a way that leaves nothing to do but to end the process.</summary>
internal sealed class RuntimeApiException(string message) : Exception(message);
