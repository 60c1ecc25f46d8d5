namespace Amazon.SQS.Model;

public class StartMessageMoveTaskRequest : AmazonSQSRequest
{
    public string SourceArn { get; set; }

    public string DestinationArn { get; set; }

    public int? MaxNumberOfMessagesPerSecond { get; set; }
}
