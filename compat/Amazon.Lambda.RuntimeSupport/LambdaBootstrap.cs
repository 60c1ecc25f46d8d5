using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The invocation loop: takes an invocation from Lambda's Runtime API, calls the handler, and sends its answer or its error, one at a time.
/// </summary>
public sealed class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _ownHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly ILambdaSerializer _serializer;
    private readonly RuntimeApiClient _runtimeApi;
    private readonly FunctionLog _log;
    private readonly FunctionEnvironment _environment;
    private readonly TimeProvider _time;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(handler, null, initializer)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handler, null, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(handlerWrapper, null, initializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handlerWrapper.Handler, handlerWrapper.Serializer, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handler, null, null, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper, null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handlerWrapper.Handler, handlerWrapper.Serializer, lambdaBootstrapOptions, initializer)
    {
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The bootstrap is where a function's process is composed.")]
    private LambdaBootstrap(
        HttpClient httpClient,
        bool ownsHttpClient,
        LambdaBootstrapHandler handler,
        ILambdaSerializer serializer,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(handler);
        _ownHttpClient = ownsHttpClient ? httpClient : null;
        _handler = handler;
        _serializer = serializer;
        _initializer = initializer;
        _time = TimeProvider.System;
        _environment = new FunctionEnvironment(Environment.GetEnvironmentVariable);
        _log = new FunctionLog(LogSettings.Read(Environment.GetEnvironmentVariable), Console.Out, _time);
        _runtimeApi = new RuntimeApiClient(httpClient, options?.RuntimeApiEndpoint ?? _environment.RuntimeApi);
    }

    /// <summary>Makes a client that waits for work for up to twelve hours and writes headers in UTF-8.</summary>
    public static HttpClient ConstructHttpClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 })
        {
            Timeout = TimeSpan.FromHours(12),
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(
            string.Create(CultureInfo.InvariantCulture, $"aws-lambda-dotnet/{Environment.Version}-compat"));
        return client;
    }

    /// <summary>Handles invocations until the token is cancelled. The invocation at hand is finished first.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API refused a call; the process should end, and Lambda starts another.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        _environment.LimitHeap(_log);
        if (_initializer is not null && !await InitializeAsync(cancellationToken))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await HandleNextAsync(cancellationToken);
                if (_environment.RunOnce)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (TaskCanceledException)
            {
                // The client's own time-out: there was no work for as long as it waits.
            }
        }
    }

    public void Dispose() => _ownHttpClient?.Dispose();

    private async Task<bool> InitializeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            _log.For(new InvocationHeaders()).LogError(exception, "The initialization of the function failed.");
            await _runtimeApi.PostInitErrorAsync(exception, cancellationToken);
            throw;
        }
    }

    private async Task HandleNextAsync(CancellationToken cancellationToken)
    {
        var (headers, input) = await _runtimeApi.GetNextAsync(cancellationToken);
        var logger = _log.For(headers);
        LambdaLogger.SetTarget(logger.LogLine);
        LambdaTraceProvider.SetCurrentTraceId(headers.TraceId);

        // AWSSDK.Core takes the trace that it hands on from this variable.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", headers.TraceId);

        using var invocation = new InvocationRequest
        {
            InputStream = input,
            LambdaContext = new LambdaContext(headers, _environment, logger, _serializer, _time),
        };
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The handler failed.");
            await _runtimeApi.PostErrorAsync(headers.AwsRequestId, exception, CancellationToken.None);
            return;
        }

        try
        {
            if (!await _runtimeApi.TryPostResponseAsync(headers.AwsRequestId, response?.OutputStream, CancellationToken.None))
            {
                logger.LogError("The response is larger than Lambda allows. The caller was told so.");
            }
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                await response.OutputStream.DisposeAsync();
            }
        }
    }
}
