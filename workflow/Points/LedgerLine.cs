using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Tables;

namespace KakaoWorkflow.Points;

/// <summary>One change of an account. The sums over a member's lines equal the account at any time.</summary>
/// <param name="MemberId">Whose account.</param>
/// <param name="At">When.</param>
/// <param name="OrderId">Which order explains it; for a grant, the grant's own number.</param>
/// <param name="Kind">One of <see cref="LedgerKind"/>.</param>
/// <param name="AvailableDelta">By how much the available points changed.</param>
/// <param name="HeldDelta">By how much the held points changed.</param>
public sealed record LedgerLine(
    string MemberId, DateTimeOffset At, string OrderId, string Kind, long AvailableDelta, long HeldDelta)
{
    /// <summary>By how much the debt changed.</summary>
    public long DebtDelta { get; init; }

    /// <summary>Which refund of the order explains it; null for a line that no refund made.</summary>
    public int? RefundNumber { get; init; }

    /// <summary>The lines of points that come to a member: one for the points, where there are any, and one for the debt that they pay.</summary>
    /// <param name="memberId">Whose account.</param>
    /// <param name="at">When.</param>
    /// <param name="causeId">The order or grant that brings them.</param>
    /// <param name="kind">The kind of the first line.</param>
    /// <param name="credit">The points.</param>
    /// <param name="heldDelta">By how much the held points change.</param>
    /// <param name="refundNumber">Which refund of the order brings them; null for none.</param>
    internal static IEnumerable<LedgerLine> Credit(
        string memberId, DateTimeOffset at, string causeId, string kind, Credit credit, long heldDelta = 0, int? refundNumber = null)
    {
        if (credit.Points > 0)
            yield return new(memberId, at, causeId, kind, credit.Points, heldDelta) { RefundNumber = refundNumber };
        if (credit.DebtPaid > 0)
        {
            yield return new(memberId, at, causeId, LedgerKind.DebtPayment, -credit.DebtPaid, 0)
            {
                DebtDelta = -credit.DebtPaid,
                RefundNumber = refundNumber,
            };
        }
    }

    /// <summary>Whether it is a grant, or the debt that a grant has paid, so that no order explains it.</summary>
    /// <param name="lines">The member's lines of that time, or more.</param>
    public bool IsOfGrant(IEnumerable<LedgerLine> lines) => Kind == LedgerKind.Grant
        || (Kind == LedgerKind.DebtPayment && lines.Any(line => line.Kind == LedgerKind.Grant && line.OrderId == OrderId && line.MemberId == MemberId));

    /// <summary>The line as a part of a transaction; a line that is there already fails it.</summary>
    public TransactWriteItem ToWrite(string tableName)
    {
        var item = ItemKey.Ledger(MemberId, At, OrderId, RefundNumber is null ? Kind : $"{Kind}#{RefundNumber}").ToAttributes();
        item["ledgerMemberId"] = Attributes.Text(MemberId);
        item["at"] = Attributes.Instant(At);
        item["orderId"] = Attributes.Text(OrderId);
        item["kind"] = Attributes.Text(Kind);
        item["availableDelta"] = Attributes.Number(AvailableDelta);
        item["heldDelta"] = Attributes.Number(HeldDelta);
        if (DebtDelta != 0)
            item["debtDelta"] = Attributes.Number(DebtDelta);
        if (RefundNumber is { } number)
            item["refundNumber"] = Attributes.Number(number);
        return ItemChange.Create(tableName, item);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="MalformedItemException">An attribute is missing.</exception>
    public static LedgerLine Read(Dictionary<string, AttributeValue> item) => new(
        item.Text("ledgerMemberId"),
        item.Instant("at"),
        item.Text("orderId"),
        item.Text("kind"),
        item.Number("availableDelta"),
        item.Number("heldDelta"))
    {
        DebtDelta = item.OptionalNumber("debtDelta") ?? 0,
        RefundNumber = (int?)item.OptionalNumber("refundNumber"),
    };
}
