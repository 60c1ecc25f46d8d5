using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class UpdateStateMachineResponse : AmazonWebServiceResponse
{
    public DateTime? UpdateDate { get; set; }

    public string RevisionId { get; set; }

    public string StateMachineVersionArn { get; set; }
}
