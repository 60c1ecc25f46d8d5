namespace Amazon.StepFunctions.Model;

public class TaskScheduledEventDetails
{
    public string ResourceType { get; set; }

    public string Resource { get; set; }

    public string Region { get; set; }

    public string Parameters { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public long? HeartbeatInSeconds { get; set; }

    public TaskCredentials TaskCredentials { get; set; }
}
