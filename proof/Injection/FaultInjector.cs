using System.Net;
using System.Text;
using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Proof.Injection;

/// <summary>Stands below the AWS SDKs and the KakaoPay client of all functions. Production code knows nothing of it.</summary>
internal sealed class FaultInjector : IDisposable
{
    /// <summary>Under this name the state machine makes its own calls.</summary>
    public const string StateMachine = LocalHostOptions.StateMachine;

    /// <summary>A queue from which nobody receives.</summary>
    public const string BlackHole = "black-hole";

    private const int ZombieSoonCalls = 3;
    private const int DelayedMessageSeconds = 60;

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private int _underWay;
    private long _moves;

    /// <summary>The run whose calls these are.</summary>
    public FaultRun Run { get; set; } = FaultRun.None;

    /// <summary>Told of the body of each call, for the leak scan; null for nobody.</summary>
    public Action<CallName, string>? Watch { get; set; }

    /// <summary>Takes each call that nothing goes wrong with, and what sends it; null to just send it.</summary>
    public Func<CallName, BufferedCall, Func<BufferedCall, Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? Meter { get; set; }

    /// <summary>Makes the indexes of the table late; null when they are not.</summary>
    public LateIndex? LateIndex { get; set; }

    /// <summary>How many calls are at a service now.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Changes with each call that begins or ends.</summary>
    public long Moves => Interlocked.Read(ref _moves);

    public async Task<HttpResponseMessage> SendAsync(
        HostLife life, string function, string service, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await life.StopIfDeadAsync();
        var run = Run;
        var call = await BufferedCall.ReadAsync(request, cancellationToken);
        var name = run.Enter(function, service, call.Operation, call.Body);
        Watch?.Invoke(name, call.Body);
        foreach (var zombie in run.TakeZombies(all: false))
            await ForwardAndForgetAsync(zombie);
        if (run.Interruption is { } interruption && interruption.Call == name)
            await interruption.Run();
        await life.StopIfDeadAsync();

        switch (run.Strike(name))
        {
            case FaultKind.NeverSent:
                throw GivenUp(name, "The call did not leave.");
            case FaultKind.ServerError:
                return ServerError();
            case FaultKind.AnswerLost:
                await ForwardAndForgetAsync(call);
                throw GivenUp(name, "The answer was lost.");
            case FaultKind.AnswerLostAndSentAgain:
                await ForwardAndForgetAsync(call);
                throw new HttpRequestException("The answer was lost.");
            case FaultKind.ZombieSoon:
                run.Delay(call, ZombieSoonCalls);
                throw GivenUp(name, "There was no answer in time.");
            case FaultKind.ZombieLate:
                run.Delay(call, null);
                throw GivenUp(name, "There was no answer in time.");
            case FaultKind.KilledBefore:
                life.Kill();
                break;
            case FaultKind.KilledAfter:
                await ForwardAndForgetAsync(call);
                life.Kill();
                break;
            case FaultKind.MessageTwice:
                await ForwardAndForgetAsync(call);
                break;
            case FaultKind.MessageDelayed:
                call = call.With("DelaySeconds", DelayedMessageSeconds);
                break;
            case FaultKind.MessageDropped:
                call = call.With("QueueUrl", BlackHole);
                break;
        }
        await life.StopIfDeadAsync();
        return Meter is { } meter
            ? await meter(name, call, it => ForwardAsync(it, cancellationToken))
            : await ForwardAsync(call, cancellationToken);
    }

    /// <summary>Lets the calls take effect that were given up and have not yet.</summary>
    public async Task ReleaseZombiesAsync()
    {
        foreach (var zombie in Run.TakeZombies(all: true))
            await ForwardAndForgetAsync(zombie);
    }

    public void Dispose()
    {
        LateIndex?.Dispose();
        _http.Dispose();
    }

    private async Task<HttpResponseMessage> ForwardAsync(BufferedCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            return LateIndex is { } late && call.IsDynamoDb ? await late.SendAsync(call, SendAsync) : await SendAsync(call);
        }
        finally
        {
            Interlocked.Increment(ref _moves);
            Interlocked.Decrement(ref _underWay);
        }

        async Task<HttpResponseMessage> SendAsync(BufferedCall it)
        {
            using var request = it.ToRequest();
            return await _http.SendAsync(request, cancellationToken);
        }
    }

    private async Task ForwardAndForgetAsync(BufferedCall call)
    {
        using var answer = await ForwardAsync(call, CancellationToken.None);
    }

    private static Exception GivenUp(CallName call, string message) => call.Service == "kakaopay" || call.Function == StateMachine
        ? new HttpRequestException(message)
        : new InjectedFaultException(message);

    private static HttpResponseMessage ServerError() => new(HttpStatusCode.InternalServerError)
    {
        Content = new StringContent("""{"__type":"InternalServerError","message":"injected"}""", Encoding.UTF8, "application/x-amz-json-1.0"),
    };
}
