namespace Amazon.StepFunctions.Model;

public class LambdaFunctionScheduledEventDetails
{
    public string Resource { get; set; }

    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public TaskCredentials TaskCredentials { get; set; }
}
