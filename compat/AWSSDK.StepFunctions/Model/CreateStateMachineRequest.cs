namespace Amazon.StepFunctions.Model;

public class CreateStateMachineRequest : AmazonStepFunctionsRequest
{
    public string Name { get; set; }

    public string Definition { get; set; }

    public string RoleArn { get; set; }

    public StateMachineType Type { get; set; }

    public LoggingConfiguration LoggingConfiguration { get; set; }

    public List<Tag> Tags { get; set; }

    public TracingConfiguration TracingConfiguration { get; set; }

    public bool? Publish { get; set; }

    public string VersionDescription { get; set; }

    public EncryptionConfiguration EncryptionConfiguration { get; set; }
}
