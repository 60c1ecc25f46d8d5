namespace Amazon.StepFunctions.Model;

public class ExecutionTimedOutEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
