using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace KakaoWorkflow.Proof.Injection;

/// <summary>
/// Finds out whom a call is about, so that faults are named by the customer they strike and not by the order in which the
/// calls of several customers happen to come.
/// </summary>
/// <param name="members">Member ids with the names that their calls are to have.</param>
internal sealed partial class CallSubjects(IReadOnlyDictionary<string, string> members)
{
    // Order numbers, transactions and task tokens, as calls show that they belong to somebody.
    private readonly ConcurrentDictionary<string, string> _aliases = new(StringComparer.Ordinal);

    /// <summary>Whom a call is about.</summary>
    /// <param name="body">The call's body.</param>
    /// <returns>The customer's name; empty when the call does not say.</returns>
    public string Of(string body)
    {
        var orderId = OrderId().Match(body).Value;
        var subject = orderId.Length > 0 && _aliases.TryGetValue(orderId, out var known) ? known : OfMember(body) ?? OfCredential(body);
        if (subject is null)
            return "";
        if (orderId.Length > 0)
            _aliases.TryAdd(orderId, subject);
        foreach (Match stored in StoredCredential().Matches(body))
            _aliases.TryAdd(stored.Groups["value"].Value, subject);
        return subject;
    }

    private string? OfMember(string body) => MemberId().Matches(body)
        .Select(match => members.GetValueOrDefault(match.Groups["id"].Value))
        .FirstOrDefault(subject => subject is not null);

    private string? OfCredential(string body) => SentCredential().Match(body) is { Success: true } match
        ? _aliases.GetValueOrDefault(match.Groups["value"].Value)
        : null;

    [GeneratedRegex("""[0-9]{4}-[0-9A-HJKMNP-TV-Z]{8}(?![0-9A-Za-z-])""", RegexOptions.None, 1_000)]
    private static partial Regex OrderId();

    [GeneratedRegex("""(MEMBER#|"memberId":\{"S":"|":member":\{"S":")(?<id>[0-9a-f]{32})""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MemberId();

    [GeneratedRegex(@""":(tid|taskToken|reviewToken)"":\{""S"":""(?<value>[^""]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex StoredCredential();

    [GeneratedRegex(@"""(tid|taskToken)"":""(?<value>[^""]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SentCredential();
}
