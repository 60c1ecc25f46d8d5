namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a handler about the invocation and its environment.</summary>
public interface ILambdaContext
{
    /// <summary>The id of this invocation. A retry by an asynchronous caller keeps it.</summary>
    string AwsRequestId { get; }

    /// <summary>Null unless the caller sent a client context.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    /// <summary>Null unless the caller signed with a Cognito identity.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN that was invoked: of the function, or of one of its versions or aliases.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>The time until Lambda stops the invocation. Negative once the deadline has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant of a function with tenant isolation, otherwise empty.</summary>
    string TenantId => string.Empty;

    /// <summary>The X-Ray trace header of this invocation, or empty.</summary>
    string TraceId => string.Empty;

    /// <summary>The serializer that the handler was registered with, or null.</summary>
    ILambdaSerializer Serializer => null;
}
