namespace Amazon.StepFunctions.Model;

public class LoggingConfiguration
{
    public LogLevel Level { get; set; }

    public bool? IncludeExecutionData { get; set; }

    public List<LogDestination> Destinations { get; set; }
}
