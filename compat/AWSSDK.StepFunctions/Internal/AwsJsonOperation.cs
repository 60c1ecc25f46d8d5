using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.StepFunctions.Internal;

/// <summary>One operation over AWS JSON 1.0: how its request is written, how its answer is read, and which errors it declares.</summary>
internal sealed class AwsJsonOperation<TRequest, TResponse>(
    string name,
    IReadOnlyCollection<string> errors,
    Action<Utf8JsonWriter, TRequest> write,
    Action<JsonElement, TResponse> read)
    : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public InvokeOptions Options => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, WriterOptions))
        {
            writer.WriteStartObject();
            write(writer, (TRequest)input);
            writer.WriteEndObject();
        }

        var request = new DefaultRequest(input, StepFunctionsProtocol.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = body.ToArray(),
        };
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.0";
        request.Headers[HeaderKeys.XAmzApiVersion] = StepFunctionsProtocol.ApiVersion;
        request.Headers["X-Amz-Target"] = $"{StepFunctionsProtocol.TargetPrefix}.{name}";
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        var response = new TResponse();
        if (body.Length > 0)
        {
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            read(document.RootElement, response);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        StepFunctionsProtocol.ToException(AwsJsonError.Read(input, innerException, statusCode, errors));
}
