using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class DeleteStateMachineResponse : AmazonWebServiceResponse;
