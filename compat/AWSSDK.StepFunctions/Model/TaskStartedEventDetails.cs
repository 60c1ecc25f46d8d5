namespace Amazon.StepFunctions.Model;

public class TaskStartedEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }
}
