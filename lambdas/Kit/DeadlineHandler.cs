namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Stands below every client of a function, and so below their repeats too: once the call's deadline has come, nothing leaves.</summary>
internal sealed class DeadlineHandler(CallDeadline deadline, HttpMessageHandler network) : DelegatingHandler(network)
{
    /// <exception cref="DeadlinePassedException">The deadline has come.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var instant = deadline.Instant;
        deadline.Check(instant);
        if (request.Content is { } content)
            request.Content = new DeadlineContent(content, () => deadline.Check(instant));
        return base.SendAsync(request, cancellationToken);
    }
}
