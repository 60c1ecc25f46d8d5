using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class RedriveExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? RedriveDate { get; set; }
}
