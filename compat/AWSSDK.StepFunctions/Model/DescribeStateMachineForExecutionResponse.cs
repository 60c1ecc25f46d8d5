using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class DescribeStateMachineForExecutionResponse : AmazonWebServiceResponse
{
    public string StateMachineArn { get; set; }

    public string Name { get; set; }

    public string Definition { get; set; }

    public string RoleArn { get; set; }

    public DateTime? UpdateDate { get; set; }

    public LoggingConfiguration LoggingConfiguration { get; set; }

    public TracingConfiguration TracingConfiguration { get; set; }

    public string MapRunArn { get; set; }

    public string Label { get; set; }

    public string RevisionId { get; set; }

    public EncryptionConfiguration EncryptionConfiguration { get; set; }

    public Dictionary<string, List<string>> VariableReferences { get; set; }
}
