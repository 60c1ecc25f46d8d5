namespace KakaoWorkflow.Emulator.DynamoDb;

/// <summary>Passes DynamoDB requests on, so that one endpoint URL serves every AWS service here.</summary>
/// <param name="http">Its base address is the DynamoDB server; null where there is none.</param>
internal sealed class DynamoDbForwarder(HttpClient? http)
{
    /// <summary>Whether a request is DynamoDB's.</summary>
    /// <param name="target">The header <c>X-Amz-Target</c>.</param>
    public static bool Serves(string target) =>
        target.StartsWith("DynamoDB_", StringComparison.Ordinal) || target.StartsWith("DynamoDBStreams_", StringComparison.Ordinal);

    /// <summary>Forwards a request as it is, signature included, and answers what the server answers.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (http is null)
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync(
                """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"No table is deployed here, so no DynamoDB server runs."}""");
            return;
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, http.BaseAddress) { Content = new StreamContent(context.Request.Body) };
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!IsHopByHop(name) && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            {
                if (!IsHopByHop(name))
                    context.Response.Headers[name] = values.ToArray();
            }
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            // The SDKs retry this answer, and meanwhile the server is started again.
            context.Response.StatusCode = 500;
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync("""{"__type":"InternalServerError","message":"The DynamoDB server was not reached."}""");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static bool IsHopByHop(string name) =>
        name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Connection", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Expect", StringComparison.OrdinalIgnoreCase);
}
