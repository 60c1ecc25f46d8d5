using System.Diagnostics.CodeAnalysis;
using KakaoWorkflow.Orders;

namespace KakaoWorkflow.Callbacks;

/// <summary>
/// An order and what its address is for. Whether the address is genuine is <see cref="PayLinks.Verify"/>'s word.
/// </summary>
public sealed record PayLink
{
    internal const string Root = "/pay/";

    private PayLink(OrderId orderId, PayLinkKind kind)
    {
        OrderId = orderId;
        Kind = kind;
    }

    /// <summary>1 to 80 of <c>0-9 A-Z a-z - _</c>: what an execution may be called, and safe in a path.</summary>
    public OrderId OrderId { get; }

    /// <summary>What the address is for.</summary>
    public PayLinkKind Kind { get; }

    /// <summary>The address's path: <c>/pay/{orderId}</c>, or <c>/pay/{orderId}/approved</c> and so on.</summary>
    public string Path => Kind == PayLinkKind.Pay ? $"{Root}{OrderId}" : $"{Root}{OrderId}/{Word(Kind)}";

    /// <summary>A link for an order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static PayLink For(OrderId orderId, PayLinkKind kind)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of pay link.");
        return new PayLink(orderId, kind);
    }

    /// <summary>
    /// Reads a request's path, without host and query, spelled exactly as <see cref="Path"/> gives it: another case, an
    /// escape, a further slash or an unknown kind is refused.
    /// </summary>
    /// <returns>False when it is no path of ours; answer 404.</returns>
    public static bool TryParse([NotNullWhen(true)] string? path, [NotNullWhen(true)] out PayLink? link)
    {
        link = null;
        if (path is null || !path.StartsWith(Root, StringComparison.Ordinal))
            return false;
        var rest = path[Root.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        PayLinkKind? kind = slash < 0 ? PayLinkKind.Pay : KindOf(rest[(slash + 1)..]);
        if (kind is null || !OrderId.TryParse(slash < 0 ? rest : rest[..slash], out var orderId))
            return false;
        link = new PayLink(orderId, kind.Value);
        return true;
    }

    internal static string Word(PayLinkKind kind) => kind switch
    {
        PayLinkKind.Pay => "pay",
        PayLinkKind.Approved => "approved",
        PayLinkKind.Cancelled => "cancelled",
        PayLinkKind.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of pay link."),
    };

    private static PayLinkKind? KindOf(string word) => word switch
    {
        "approved" => PayLinkKind.Approved,
        "cancelled" => PayLinkKind.Cancelled,
        "failed" => PayLinkKind.Failed,
        _ => null,
    };
}
