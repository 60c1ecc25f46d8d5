using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Members;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tables;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>Which attributes a reader demands is a promise to all records that were ever written: there may never be more of them.</summary>
public sealed class RecordedItemTests
{
    private static readonly Dictionary<string, (Action<Dictionary<string, AttributeValue>> Read, string[] Demanded)> Readers = new()
    {
        ["ORDER"] = (item => Order.Read(item), ["orderId", "status", "createdAt", "statusSince"]),
        ["ACCOUNT"] = (item => Account.Read(item), ["accountId", "customerId", "phoneLast4", "availablePoints", "heldPoints"]),
        ["LEDGER"] = (item => LedgerLine.Read(item), ["ledgerMemberId", "at", "orderId", "kind", "availableDelta", "heldDelta"]),
        ["REFUND"] = (item => Refund.Read(item),
            ["orderId", "number", "state", "cashWon", "points", "earnedPoints", "earlierCashWon", "isLast", "by", "why", "requestedAt"]),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Kinds =>
        from version in RecordedVersion.All
        from kind in Readers.Keys
        select new TheoryDataRow<string, string>(version.Name, kind);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reader_DemandsNoMoreThanEver(string version, string kind)
    {
        var (read, demanded) = Readers[kind];
        var items = RecordedVersion.All.Single(each => each.Name == version).Moments
            .SelectMany(moment => moment.Items)
            .Where(item => ((string)item!["SK"]!["S"]!).Split('#')[0] == kind)
            .Select(item => Attributes(item!))
            .ToList();
        items.ShouldNotBeEmpty();
        foreach (var item in items)
        {
            Should.NotThrow(() => read(item));
            foreach (var attribute in item.Keys.Except(["PK", "SK"]))
            {
                var less = new Dictionary<string, AttributeValue>(item);
                less.Remove(attribute);
                if (demanded.Contains(attribute))
                    Should.Throw<MalformedItemException>(() => read(less));
                else
                    Should.NotThrow(() => read(less), attribute);
            }
        }
    }

    private static Dictionary<string, AttributeValue> Attributes(JsonNode item) =>
        item.AsObject().ToDictionary(attribute => attribute.Key, attribute => Attribute(attribute.Value!));

    private static AttributeValue Attribute(JsonNode typed) => typed.AsObject().Single() switch
    {
        { Key: "S" } text => new AttributeValue((string)text.Value!),
        { Key: "N" } number => new AttributeValue { N = (string)number.Value! },
        { Key: "L" } list => new AttributeValue { L = [.. list.Value!.AsArray().Select(element => Attribute(element!))] },
        { Key: "M" } map => new AttributeValue { M = Attributes(map.Value!) },
        var other => throw new InvalidOperationException($"An attribute is of type {other.Key}."),
    };
}
