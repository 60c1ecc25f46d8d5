using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class ListStateMachinesResponse : AmazonWebServiceResponse
{
    public List<StateMachineListItem> StateMachines { get; set; }

    public string NextToken { get; set; }
}
