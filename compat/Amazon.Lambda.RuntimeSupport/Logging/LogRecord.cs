using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Logging;

internal sealed record LogRecord(
    DateTimeOffset Time, LogLevel Level, InvocationHeaders Invocation, MessageTemplate Message, Exception Exception);
