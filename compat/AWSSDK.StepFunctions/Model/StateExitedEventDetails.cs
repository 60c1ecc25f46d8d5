namespace Amazon.StepFunctions.Model;

public class StateExitedEventDetails
{
    public string Name { get; set; }

    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public Dictionary<string, string> AssignedVariables { get; set; }

    public AssignedVariablesDetails AssignedVariablesDetails { get; set; }
}
