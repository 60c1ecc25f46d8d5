using System.Runtime.InteropServices;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Turns the first Ctrl-C or SIGTERM into an orderly stop; a second one ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _token = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Handle)),
    ];

    public CancellationToken Token => _token.Token;

    public Task Received => _received.Task;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _token.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = _received.TrySetResult();
        _token.Cancel();
    }
}
