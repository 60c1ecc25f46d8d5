namespace KakaoWorkflow.Proof.Fuzzing.Running;

/// <summary>Stands below a client of the functions and notes each call with the trial that it belongs to.</summary>
/// <param name="service">The service.</param>
/// <param name="next">Who answers.</param>
internal sealed class WatchedHandler(string service, HttpMessageHandler next) : DelegatingHandler(next)
{
    /// <summary>The call that a request is; it goes with the request.</summary>
    public static readonly HttpRequestOptionsKey<Call> CallKey = new("call");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Trial.Current is { } trial)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            request.Options.Set(CallKey, trial.Enter(service, OperationOf(request), body));
        }
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>What comes last in the target header, or in the path where there is none.</summary>
    public static string OperationOf(HttpRequestMessage request) => request.Headers.TryGetValues("X-Amz-Target", out var targets)
        ? targets.Single().Split('.')[^1]
        : request.RequestUri!.Segments[^1];
}
