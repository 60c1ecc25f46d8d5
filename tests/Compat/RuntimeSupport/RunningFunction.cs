using Amazon.Lambda.RuntimeSupport;

namespace KakaoWorkflow.Tests.Compat.RuntimeSupport;

/// <summary>A function's invocation loop against a <see cref="FakeRuntimeApi"/>, until it is disposed.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly HttpClient _http;
    private readonly LambdaBootstrap _bootstrap;

    private RunningFunction(FakeRuntimeApi api, LambdaBootstrapBuilder builder)
    {
        _http = new HttpClient(api, disposeHandler: false);
        _bootstrap = builder.UseHttpClient(_http).ConfigureOptions(options => options.RuntimeApiEndpoint = FakeRuntimeApi.Endpoint).Build();
        Loop = _bootstrap.RunAsync(_stop.Token);
    }

    /// <summary>Ends with the loop.</summary>
    public Task Loop { get; }

    public static RunningFunction Start(FakeRuntimeApi api, LambdaBootstrapBuilder builder) => new(api, builder);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Loop.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _bootstrap.Dispose();
        _http.Dispose();
        _stop.Dispose();
    }
}
