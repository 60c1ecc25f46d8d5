namespace Amazon.StepFunctions.Model;

public class MapIterationEventDetails
{
    public string Name { get; set; }

    public int? Index { get; set; }
}
