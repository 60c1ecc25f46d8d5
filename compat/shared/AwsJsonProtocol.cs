using Amazon.Runtime;

namespace KakaoWorkflow.Compat;

/// <summary>What all operations of one AWS service over awsJson 1.0 have in common.</summary>
/// <param name="ServiceName">The SDK's name of the service, such as Amazon.SQS.</param>
/// <param name="TargetPrefix">The part of X-Amz-Target before the operation.</param>
/// <param name="ApiVersion">The date of the API.</param>
/// <param name="IsQueryCompatible">Whether the service once spoke the query protocol, and answers with the error codes of then when asked to.</param>
/// <param name="ToException">Makes the exception of an error code, or the service's base exception of one that it does not know.</param>
internal sealed record AwsJsonProtocol(
    string ServiceName,
    string TargetPrefix,
    string ApiVersion,
    bool IsQueryCompatible,
    Func<AwsJsonError, AmazonServiceException> ToException);
