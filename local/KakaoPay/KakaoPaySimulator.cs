using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.Local.KakaoPay.Api;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Local.KakaoPay.Pages;
using KakaoWorkflow.Local.KakaoPay.Payments;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>
/// KakaoPay on one machine: the payment API, the customer's pages, and the bad days. What it knows is in the local
/// database, so it survives a kill.
/// </summary>
internal sealed class KakaoPaySimulator
{
    /// <summary>The tables, for <see cref="LocalDatabase.Open"/>.</summary>
    public const string Schema = PaymentStore.Schema + FaultPlan.Schema;

    private KakaoPaySimulator(
        PaymentStore store, FaultPlan faults, PaymentCalls calls, PaymentPages pages, ApiEndpoint endpoint)
    {
        Payments = new PaymentLedger(store);
        Faults = faults;
        (Calls, Pages, Endpoint) = (calls, pages, endpoint);
    }

    /// <summary>What was captured and given back.</summary>
    public PaymentLedger Payments { get; }

    /// <summary>The bad days to come.</summary>
    public FaultPlan Faults { get; }

    internal PaymentCalls Calls { get; }

    internal PaymentPages Pages { get; }

    internal ApiEndpoint Endpoint { get; }

    /// <summary>Opens the simulator on what the database holds.</summary>
    /// <param name="database">A database that was opened with <see cref="Schema"/>; it stays the caller's.</param>
    /// <param name="options">The contract.</param>
    /// <param name="time">Counts the 15 minutes, delays and held connections.</param>
    /// <param name="random">Draws ids and tokens.</param>
    /// <param name="logger">Hears of each call, never of a key or a <c>pg_token</c>.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public static async Task<KakaoPaySimulator> OpenAsync(
        LocalDatabase database,
        KakaoPaySimulatorOptions options,
        TimeProvider time,
        IRandomSource random,
        ILogger<KakaoPaySimulator> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var store = new PaymentStore(database, time);
        var faults = await FaultPlan.OpenAsync(database, logger);
        var calls = new PaymentCalls(store, faults, new PaymentIds(random), options, time, logger);
        return new KakaoPaySimulator(
            store, faults, calls, new PaymentPages(store, faults, time, logger), new ApiEndpoint(options, time));
    }
}
