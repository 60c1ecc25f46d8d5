namespace Amazon.StepFunctions.Model;

public class CloudWatchEventsExecutionDataDetails
{
    public bool? Included { get; set; }
}
