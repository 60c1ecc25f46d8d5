using Amazon.StepFunctions.Model;
using KakaoWorkflow.Compat;

namespace Amazon.StepFunctions.Internal;

/// <summary>The operations on state machines.</summary>
internal static class StateMachineOperations
{
    public static readonly AwsJsonOperation<CreateStateMachineRequest, CreateStateMachineResponse> CreateStateMachine = new(
        StepFunctionsProtocol.Instance,
        "CreateStateMachine",
        [
            "InvalidArn", "InvalidDefinition", "InvalidName", "InvalidLoggingConfiguration",
            "InvalidTracingConfiguration", "StateMachineAlreadyExists", "StateMachineDeleting",
            "StateMachineLimitExceeded", "StateMachineTypeNotSupported", "TooManyTags", "ValidationException",
            "ConflictException", "InvalidEncryptionConfiguration", "KmsAccessDeniedException",
            "KmsThrottlingException",
        ],
        static (writer, request) =>
        {
            writer.Put("name", request.Name);
            writer.Put("definition", request.Definition);
            writer.Put("roleArn", request.RoleArn);
            writer.Put("type", request.Type);
            writer.PutObject("loggingConfiguration", request.LoggingConfiguration, StateMachineJson.WriteLoggingConfiguration);
            writer.PutObjects("tags", request.Tags, StateMachineJson.WriteTag);
            writer.PutObject("tracingConfiguration", request.TracingConfiguration, StateMachineJson.WriteTracingConfiguration);
            writer.Put("publish", request.Publish);
            writer.Put("versionDescription", request.VersionDescription);
            writer.PutObject("encryptionConfiguration", request.EncryptionConfiguration, StateMachineJson.WriteEncryptionConfiguration);
        },
        static (json, response) =>
        {
            response.StateMachineArn = json.Text("stateMachineArn");
            response.CreationDate = json.Time("creationDate");
            response.StateMachineVersionArn = json.Text("stateMachineVersionArn");
        });

    public static readonly AwsJsonOperation<UpdateStateMachineRequest, UpdateStateMachineResponse> UpdateStateMachine = new(
        StepFunctionsProtocol.Instance,
        "UpdateStateMachine",
        [
            "InvalidArn", "InvalidDefinition", "InvalidLoggingConfiguration", "InvalidTracingConfiguration",
            "MissingRequiredParameter", "StateMachineDeleting", "StateMachineDoesNotExist",
            "ServiceQuotaExceededException", "ConflictException", "ValidationException",
            "InvalidEncryptionConfiguration", "KmsAccessDeniedException", "KmsThrottlingException",
        ],
        static (writer, request) =>
        {
            writer.Put("stateMachineArn", request.StateMachineArn);
            writer.Put("definition", request.Definition);
            writer.Put("roleArn", request.RoleArn);
            writer.PutObject("loggingConfiguration", request.LoggingConfiguration, StateMachineJson.WriteLoggingConfiguration);
            writer.PutObject("tracingConfiguration", request.TracingConfiguration, StateMachineJson.WriteTracingConfiguration);
            writer.Put("publish", request.Publish);
            writer.Put("versionDescription", request.VersionDescription);
            writer.PutObject("encryptionConfiguration", request.EncryptionConfiguration, StateMachineJson.WriteEncryptionConfiguration);
        },
        static (json, response) =>
        {
            response.UpdateDate = json.Time("updateDate");
            response.RevisionId = json.Text("revisionId");
            response.StateMachineVersionArn = json.Text("stateMachineVersionArn");
        });

    public static readonly AwsJsonOperation<DeleteStateMachineRequest, DeleteStateMachineResponse> DeleteStateMachine = new(
        StepFunctionsProtocol.Instance,
        "DeleteStateMachine",
        ["InvalidArn", "ValidationException"],
        static (writer, request) => writer.Put("stateMachineArn", request.StateMachineArn),
        static (_, _) => { });

    public static readonly AwsJsonOperation<DescribeStateMachineRequest, DescribeStateMachineResponse>
        DescribeStateMachine = new(
            StepFunctionsProtocol.Instance,
            "DescribeStateMachine",
            [.. StepFunctionsProtocol.KmsErrors, "InvalidArn", "StateMachineDoesNotExist"],
            static (writer, request) =>
            {
                writer.Put("stateMachineArn", request.StateMachineArn);
                writer.Put("includedData", request.IncludedData);
            },
            static (json, response) =>
            {
                response.StateMachineArn = json.Text("stateMachineArn");
                response.Name = json.Text("name");
                response.Status = json.Text("status");
                response.Definition = json.Text("definition");
                response.RoleArn = json.Text("roleArn");
                response.Type = json.Text("type");
                response.CreationDate = json.Time("creationDate");
                response.LoggingConfiguration = json.Object("loggingConfiguration", StateMachineJson.ReadLoggingConfiguration);
                response.TracingConfiguration = json.Object("tracingConfiguration", StateMachineJson.ReadTracingConfiguration);
                response.Label = json.Text("label");
                response.RevisionId = json.Text("revisionId");
                response.Description = json.Text("description");
                response.EncryptionConfiguration = json.Object("encryptionConfiguration", StateMachineJson.ReadEncryptionConfiguration);
                response.VariableReferences = json.Map("variableReferences", StateMachineJson.ReadVariableNames);
            });

    public static readonly AwsJsonOperation<DescribeStateMachineForExecutionRequest, DescribeStateMachineForExecutionResponse>
        DescribeStateMachineForExecution = new(
            StepFunctionsProtocol.Instance,
            "DescribeStateMachineForExecution",
            [.. StepFunctionsProtocol.KmsErrors, "ExecutionDoesNotExist", "InvalidArn"],
            static (writer, request) =>
            {
                writer.Put("executionArn", request.ExecutionArn);
                writer.Put("includedData", request.IncludedData);
            },
            static (json, response) =>
            {
                response.StateMachineArn = json.Text("stateMachineArn");
                response.Name = json.Text("name");
                response.Definition = json.Text("definition");
                response.RoleArn = json.Text("roleArn");
                response.UpdateDate = json.Time("updateDate");
                response.LoggingConfiguration = json.Object("loggingConfiguration", StateMachineJson.ReadLoggingConfiguration);
                response.TracingConfiguration = json.Object("tracingConfiguration", StateMachineJson.ReadTracingConfiguration);
                response.MapRunArn = json.Text("mapRunArn");
                response.Label = json.Text("label");
                response.RevisionId = json.Text("revisionId");
                response.EncryptionConfiguration = json.Object("encryptionConfiguration", StateMachineJson.ReadEncryptionConfiguration);
                response.VariableReferences = json.Map("variableReferences", StateMachineJson.ReadVariableNames);
            });

    public static readonly AwsJsonOperation<ListStateMachinesRequest, ListStateMachinesResponse> ListStateMachines = new(
        StepFunctionsProtocol.Instance,
        "ListStateMachines",
        ["InvalidToken"],
        static (writer, request) =>
        {
            writer.Put("maxResults", request.MaxResults);
            writer.Put("nextToken", request.NextToken);
        },
        static (json, response) =>
        {
            response.StateMachines = json.List("stateMachines", StateMachineJson.ReadStateMachineListItem);
            response.NextToken = json.Text("nextToken");
        });
}
