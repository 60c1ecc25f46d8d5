using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Where a function's process writes its log.</summary>
internal sealed class FunctionLog(LogSettings settings, TextWriter output, TimeProvider time)
{
    private readonly Lock _turn = new();

    /// <summary>The logger of one invocation, whose id each of its records carries.</summary>
    public ILambdaLogger For(InvocationHeaders invocation) => new InvocationLogger(this, invocation);

    public void Write(LogLevel level, InvocationHeaders invocation, Exception exception, string template, object[] arguments)
    {
        if (level < settings.MinimumLevel)
        {
            return;
        }

        var record = new LogRecord(time.GetUtcNow(), level, invocation, new MessageTemplate(template, arguments), exception);
        var line = settings.Format switch
        {
            LogFormat.Json => JsonLogFormat.Write(record),
            LogFormat.Unformatted => TextLogFormat.WriteMessage(record),
            _ => TextLogFormat.Write(record),
        };
        lock (_turn)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
