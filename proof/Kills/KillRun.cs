using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Kills;

/// <summary>
/// Kills a host with SIGKILL again and again while customers order, starts it again on the same data, and checks at the end that
/// nothing was lost. At the end the café stays closed for half an hour: by then every message that a killed host had taken is
/// visible again, and KakaoPay's time for every approval is over.
/// </summary>
/// <param name="options">How it is set up.</param>
/// <param name="time">The real clock.</param>
/// <param name="count">Counts kills.</param>
/// <param name="say">Told of each kill.</param>
internal sealed class KillRun(KillRunOptions options, TimeProvider time, RunCount count, Action<string> say)
{
    private const int MaxOpenings = 5;

    private static readonly TimeSpan ClosedTime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstStartTime = TimeSpan.FromSeconds(1.5);

    private readonly List<TimeSpan> _startTimes = [];
    private readonly Dictionary<KillMoment, int> _kills = [];
    private CafeAddresses? _addresses;
    private Load? _load;

    /// <summary>Carries the run out.</summary>
    /// <exception cref="HostEndedException">A host ended, or did not open, although nobody killed it.</exception>
    public async Task<KillReport> RunAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        using var log = new HostLog(Path.Combine(Directory.CreateDirectory(options.DataFolder).FullName, "kills.log"));
        try
        {
            await KillAsync(log, cancellationToken);
            return await ReopenAsync(log, begun, cancellationToken);
        }
        finally
        {
            await CloseAsync();
        }
    }

    private async Task KillAsync(HostLog log, CancellationToken cancellationToken)
    {
        var random = new SeededRandomSource(options.Seed);
        count.Begin(options.Kills);
        for (var number = 1; number <= options.Kills; number++)
        {
            await using var host = HostChild.StartToKill(options, log, time);
            var kill = PlannedKill.Draw(random);
            if (kill.Moment != KillMoment.StartingUp)
                await OpenAsync(host, cancellationToken);
            var after = kill.After(_startTimes is [.., var last] ? last : FirstStartTime);
            await host.DuringAsync(Task.Delay(after, time, cancellationToken));
            await host.EndAsync();
            _kills[kill.Moment] = _kills.GetValueOrDefault(kill.Moment) + 1;
            count.Add(1);
            say($"kill {number,3} of {options.Kills}: {kill.Moment,-10} after {after.TotalMilliseconds,5:0} ms, {_load?.Promises.Orders.Count ?? 0} orders so far");
        }
        await using var survivor = HostChild.StartToKill(options, log, time);
        await OpenAsync(survivor, cancellationToken);
        await survivor.DuringAsync(_load!.CloseAsync());
        await survivor.EndAsync();
    }

    /// <summary>A message that fails once more then is hidden once more, so the café may have to close again.</summary>
    private async Task<KillReport> ReopenAsync(HostLog log, long begun, CancellationToken cancellationToken)
    {
        for (var opening = 1; ; opening++)
        {
            await using var host = HostChild.StartAhead(options, ClosedTime * opening, log, time);
            await OpenAsync(host, cancellationToken);
            var settling = _load!.SettleAsync(SettleTime, cancellationToken);
            await host.DuringAsync(settling);
            var remainder = await settling;
            if (remainder.IsNothing || opening == MaxOpenings)
            {
                var report = await ReportAsync(remainder, begun, cancellationToken);
                await CloseAsync();
                await host.EndAsync();
                return report;
            }
            say($"closed again with {remainder}");
            await host.EndAsync();
        }
    }

    private async Task<KillReport> ReportAsync(Remainder remainder, long begun, CancellationToken cancellationToken)
    {
        var snapshot = await _load!.Cafe.Snapshots.ReadAsync(cancellationToken);
        return new KillReport
        {
            Kills = _kills,
            StartTimes = _startTimes,
            Snapshot = snapshot,
            Messages = _load.Witness.Accepted,
            Resumed = _load.Operator.Resumed,
            Findings = _load.Operator.Findings,
            Violations = KillChecks.Check(snapshot, remainder, _load.Promises, _load.Witness),
            Duration = time.GetElapsedTime(begun),
        };
    }

    private async Task CloseAsync()
    {
        if (_load is not null)
            await _load.DisposeAsync();
        _load = null;
    }

    private async Task OpenAsync(HostChild host, CancellationToken cancellationToken)
    {
        _startTimes.Add(await host.UntilOpenAsync(cancellationToken));
        var addresses = CafeAddressReader.OfFolder(new LocalHostOptions { DataFolder = options.DataFolder })!;
        _addresses ??= addresses;
        if (addresses != _addresses)
            throw new HostEndedException("The host has other addresses than before, so that links no longer work.", "");
        _load ??= Load.Begin(addresses, options, time, cancellationToken);
    }
}
