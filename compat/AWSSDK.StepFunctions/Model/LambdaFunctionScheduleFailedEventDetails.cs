namespace Amazon.StepFunctions.Model;

public class LambdaFunctionScheduleFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
