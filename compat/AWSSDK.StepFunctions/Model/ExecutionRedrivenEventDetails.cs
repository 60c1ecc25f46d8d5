namespace Amazon.StepFunctions.Model;

public class ExecutionRedrivenEventDetails
{
    public int? RedriveCount { get; set; }
}
