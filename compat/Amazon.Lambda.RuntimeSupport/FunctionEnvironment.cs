using System.Globalization;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda tells a function's process by environment variables.</summary>
internal sealed class FunctionEnvironment(Func<string, string> read)
{
    private const int BytesPerMegabyte = 1024 * 1024;

    /// <summary>Host and port, or null outside Lambda.</summary>
    public string RuntimeApi { get; } = read("AWS_LAMBDA_RUNTIME_API");

    public string FunctionName { get; } = read("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion { get; } = read("AWS_LAMBDA_FUNCTION_VERSION");

    public string LogGroupName { get; } = read("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName { get; } = read("AWS_LAMBDA_LOG_STREAM_NAME");

    /// <summary>Zero where it is not told.</summary>
    public int MemoryLimitInMB { get; } =
        int.TryParse(read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;

    /// <summary>Whether the loop ends after one invocation, for debugging.</summary>
    public bool RunOnce { get; } = IsTrue(read("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"));

    private bool KeepsHeapUnlimited { get; } = IsTrue(read("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"));

    /// <summary>Tells the garbage collector the function's memory, so that it collects before Lambda kills the process.</summary>
    public void LimitHeap(FunctionLog log)
    {
        if (KeepsHeapUnlimited || MemoryLimitInMB == 0)
        {
            return;
        }

        try
        {
            AppContext.SetData("GCHeapHardLimit", (ulong)MemoryLimitInMB * BytesPerMegabyte);
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException exception)
        {
            log.For(new InvocationHeaders()).LogWarning(exception, "The heap cannot be limited to {Megabytes} MB.", MemoryLimitInMB);
        }
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
