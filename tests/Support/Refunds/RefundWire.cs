using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Tests.Support.Refunds;

/// <summary>Carries the calls of one process that refunds, to DynamoDB and KakaoPay alike, and lets one of them fail.</summary>
internal sealed class RefundWire : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly List<BufferedCall> _late = [];
    private RefundFault? _fault;
    private Func<Task>? _otherParty;
    private bool _isDead;

    /// <summary>How many calls were made since <see cref="Begin"/>.</summary>
    public int Calls { get; private set; }

    /// <summary>Begins a run.</summary>
    /// <param name="fault">What is to happen; null for nothing.</param>
    /// <param name="otherParty">What the other party does.</param>
    public void Begin(RefundFault? fault, Func<Task> otherParty)
    {
        (_fault, _otherParty, _isDead, Calls) = (fault, otherParty, false, 0);
        _late.Clear();
    }

    /// <summary>Starts the process again.</summary>
    public void Revive() => _isDead = false;

    /// <summary>Lets the calls take effect that were given up.</summary>
    public async Task ReleaseLateAsync()
    {
        foreach (var call in _late)
            await SendAndForgetAsync(call);
        _late.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        StopIfDead();
        var call = await BufferedCall.ReadAsync(request, cancellationToken);
        var number = Calls++;
        if (_fault is { } fault && fault.Call == number)
        {
            switch (fault.Kind)
            {
                case RefundFaultKind.DiedBefore:
                    _isDead = true;
                    break;
                case RefundFaultKind.DiedAfter:
                    await SendAndForgetAsync(call);
                    _isDead = true;
                    break;
                case RefundFaultKind.AnswerLost:
                    await SendAndForgetAsync(call);
                    throw GivenUp(request);
                case RefundFaultKind.TookEffectLater:
                    _late.Add(call);
                    throw GivenUp(request);
                default:
                    await _otherParty!();
                    break;
            }
        }
        StopIfDead();
        using var message = call.ToRequest();
        return await _network.SendAsync(message, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _network.Dispose();
        base.Dispose(disposing);
    }

    private async Task SendAndForgetAsync(BufferedCall call)
    {
        using var message = call.ToRequest();
        using var answer = await _network.SendAsync(message, CancellationToken.None);
    }

    private void StopIfDead()
    {
        if (_isDead)
            throw new InjectedFaultException("The process is dead.");
    }

    /// <summary>The AWS SDK does not know the one, so it does not repeat the call; the KakaoPay client knows the other as no answer.</summary>
    private static Exception GivenUp(HttpRequestMessage request) => request.Headers.Contains("X-Amz-Target")
        ? new InjectedFaultException("There was no answer.")
        : new HttpRequestException("There was no answer.");
}
