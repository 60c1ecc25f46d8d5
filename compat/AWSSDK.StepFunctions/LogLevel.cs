using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class LogLevel : ConstantClass
{
    public static readonly LogLevel ALL = new("ALL");

    public static readonly LogLevel ERROR = new("ERROR");

    public static readonly LogLevel FATAL = new("FATAL");

    public static readonly LogLevel OFF = new("OFF");

    public LogLevel(string value)
        : base(value)
    {
    }

    public static implicit operator LogLevel(string value) => FindValue(value);

    public static LogLevel FindValue(string value) => FindValue<LogLevel>(value);
}
