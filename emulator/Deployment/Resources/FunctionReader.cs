using KakaoWorkflow.Emulator.Deployment.References;
using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>Reads an <c>AWS::Serverless::Function</c>, all but its events.</summary>
internal static class FunctionReader
{
    private const int DefaultTimeoutSeconds = 3;
    private const int MaxTimeoutSeconds = 900;
    private const int MinMemoryMegabytes = 128;
    private const int MaxMemoryMegabytes = 10_240;
    private const int MaxConcurrency = 1000;
    private const int MaxEnvironmentBytes = 4096;

    private static readonly string[] Known =
    [
        "FunctionName", "Handler", "CodeUri", "Runtime", "Timeout", "MemorySize", "Environment", "Events", "AutoPublishAlias",
        "ReservedConcurrentExecutions", "PackageType",
    ];

    private static readonly string[] WithoutLocalMeaning =
    [
        "Description", "Architectures", "Policies", "Role", "RolePath", "AssumeRolePolicyDocument", "PermissionsBoundary", "Tracing", "Tags",
        "PropagateTags", "LoggingConfig", "EphemeralStorage", "EventInvokeConfig", "DeadLetterConfig", "DeploymentPreference", "SnapStart",
        "ProvisionedConcurrencyConfig", "RuntimeManagementConfig", "RecursiveLoop", "KmsKeyArn", "CodeSigningConfigArn",
    ];

    public static FunctionConfiguration Read(ResourceDeclaration declaration, TemplateScope scope)
    {
        var properties = new PropertyReader(declaration.Properties, declaration.Path, scope.Resolver, Known, WithoutLocalMeaning);
        properties.OneOf("PackageType", "Zip");
        var identity = scope.Resources.Identify(declaration, properties.At("FunctionName"));
        PhysicalName.CheckFunction(identity, properties.At("FunctionName"));
        return new FunctionConfiguration(
            declaration.LogicalId,
            identity.Name,
            identity.Arn("lambda", "function:"),
            properties.RequiredText("Handler"),
            properties.Integer("Timeout", 1, MaxTimeoutSeconds) ?? DefaultTimeoutSeconds,
            properties.Integer("MemorySize", MinMemoryMegabytes, MaxMemoryMegabytes) ?? MinMemoryMegabytes,
            Variables(properties))
        {
            CodeUri = properties.RequiredText("CodeUri"),
            Runtime = properties.RequiredText("Runtime"),
            Alias = properties.Text("AutoPublishAlias"),
            ReservedConcurrency = properties.Integer("ReservedConcurrentExecutions", 0, MaxConcurrency),
        };
    }

    private static Dictionary<string, string> Variables(PropertyReader properties)
    {
        var environment = properties.Nested("Environment", ["Variables"]);
        var variables = environment?.Texts("Variables") ?? [];
        if (variables.Sum(it => System.Text.Encoding.UTF8.GetByteCount(it.Key + it.Value)) > MaxEnvironmentBytes)
            throw new TemplateException(environment!.At("Variables"), $"all variables together are larger than {MaxEnvironmentBytes} bytes.");
        if (variables.Keys.FirstOrDefault(IsReserved) is { } reserved)
            throw new TemplateException($"{environment!.At("Variables")}.{reserved}", "Lambda reserves this variable.");
        return variables;
    }

    /// <summary>Source: the list of reserved variables in the Lambda developer guide.</summary>
    private static bool IsReserved(string name) => name is
        "_HANDLER" or "_X_AMZN_TRACE_ID" or "AWS_DEFAULT_REGION" or "AWS_REGION" or "AWS_EXECUTION_ENV" or "AWS_LAMBDA_FUNCTION_NAME"
        or "AWS_LAMBDA_FUNCTION_MEMORY_SIZE" or "AWS_LAMBDA_FUNCTION_VERSION" or "AWS_LAMBDA_INITIALIZATION_TYPE"
        or "AWS_LAMBDA_LOG_GROUP_NAME" or "AWS_LAMBDA_LOG_STREAM_NAME" or "AWS_ACCESS_KEY" or "AWS_ACCESS_KEY_ID"
        or "AWS_SECRET_ACCESS_KEY" or "AWS_SESSION_TOKEN" or "AWS_LAMBDA_RUNTIME_API" or "LAMBDA_TASK_ROOT" or "LAMBDA_RUNTIME_DIR";
}
