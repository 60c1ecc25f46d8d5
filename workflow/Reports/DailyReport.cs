using KakaoWorkflow.Invariants;

namespace KakaoWorkflow.Reports;

/// <summary>The books of one day, three ways: what KakaoPay shows, what the orders say, what the points ledger says.</summary>
public sealed record DailyReport
{
    /// <summary>The day in Korea, as <c>2026-11-23</c>. An order belongs to the day on which it ended, a refund to the day on which it was settled.</summary>
    public required string Day { get; init; }

    /// <summary>How many of the day's orders were looked at.</summary>
    public required int Orders { get; init; }

    /// <summary>How many of them were paid.</summary>
    public required int PaidOrders { get; init; }

    /// <summary>What KakaoPay captured for them.</summary>
    public required long KakaoPayCapturedWon { get; init; }

    /// <summary>What KakaoPay has given back of it, on whatever day.</summary>
    public required long KakaoPayGivenBackWon { get; init; }

    /// <summary>What the orders say was to be collected, refunds taken off.</summary>
    public required long OrdersKeptWon { get; init; }

    /// <summary>What the ledger says these orders spent, net of refunds.</summary>
    public required long LedgerSpentPoints { get; init; }

    /// <summary>What the ledger says these orders earned, net of refunds; points that went into debt count as taken back.</summary>
    public required long LedgerEarnedPoints { get; init; }

    /// <summary>The refunds that were settled on the day, whenever their orders were paid.</summary>
    public required RefundsOfDay Refunds { get; init; }

    /// <summary>
    /// Each place where two of the three disagree, each refund whose money KakaoPay still has, and each order of which KakaoPay says
    /// nothing.
    /// </summary>
    public required IReadOnlyList<Violation> Differences { get; init; }

    /// <summary>The orders whose payment a person has settled: as what, who and why.</summary>
    public IReadOnlyList<string> SettledByHand { get; init; } = [];

    /// <summary>Whether everything was looked at; false when there is more than <see cref="ReportDay.MaxOrders"/>, or the time was over before.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>What KakaoPay has of these orders.</summary>
    public long KakaoPayKeptWon => KakaoPayCapturedWon - KakaoPayGivenBackWon;

    /// <summary>The only good answer: everything was looked at, and there is no difference.</summary>
    public bool IsClean => IsComplete && Differences.Count == 0;
}
