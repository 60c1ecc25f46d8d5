using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StepFunctions.Internal;

/// <summary>An error answer. An error that the operation does not declare has the <see cref="Shape"/> null.</summary>
/// <param name="Shape">The name of the modelled error.</param>
/// <param name="Code">The code that callers see.</param>
/// <param name="Type">Whose fault it is.</param>
/// <param name="Message">The message of the service.</param>
/// <param name="RequestId">The request id, or null.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Cause">The HTTP layer's exception.</param>
/// <param name="Body">The whole document, for members that only one error has.</param>
internal sealed record AwsJsonError(
    string Shape,
    string Code,
    ErrorType Type,
    string Message,
    string RequestId,
    HttpStatusCode StatusCode,
    Exception Cause,
    JsonElement Body)
{
    /// <summary>Reads the answer of an operation that declares <paramref name="declared"/>.</summary>
    public static AwsJsonError Read(
        JsonUnmarshallerContext context, Exception cause, HttpStatusCode statusCode, IReadOnlyCollection<string> declared)
    {
        ErrorResponse response;
        JsonElement body;
        try
        {
            var reader = new StreamingUtf8JsonReader(context.Stream);
            response = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
            using var document = JsonDocument.Parse(context.GetResponseBodyBytes());
            body = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A proxy in between answers with a page of its own. Its status still decides whether the call is repeated.
            response = new ErrorResponse
            {
                Type = ErrorType.Unknown,
                Message = $"The answer with HTTP status {(int)statusCode} is not JSON.",
            };
            body = default;
        }

        var shape = declared.Contains(response.Code, StringComparer.Ordinal) ? response.Code : null;
        return new AwsJsonError(shape, response.Code, response.Type, response.Message, response.RequestId, statusCode, cause, body);
    }
}
