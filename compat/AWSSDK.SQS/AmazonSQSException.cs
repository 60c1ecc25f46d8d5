using System.Net;
using Amazon.Runtime;

namespace Amazon.SQS;

/// <summary>An error of the service. Those that it documents have classes of their own.</summary>
public class AmazonSQSException : AmazonServiceException
{
    public AmazonSQSException(string message)
        : base(message)
    {
    }

    public AmazonSQSException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonSQSException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonSQSException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonSQSException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
