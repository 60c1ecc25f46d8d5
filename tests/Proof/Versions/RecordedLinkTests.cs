using System.Text.Json;
using System.Web;
using KakaoWorkflow.Board;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Queues;
using KakaoWorkflow.Tests.Proof.Versions.Records;

namespace KakaoWorkflow.Tests.Proof.Versions;

/// <summary>Addresses and messages of an earlier version are on their way when a later one is deployed.</summary>
public sealed class RecordedLinkTests
{
    private static readonly string[] Redirects = ["approvalUrl", "cancelUrl", "failUrl"];

    public static IEnumerable<TheoryDataRow<string>> Versions => RecordedVersion.All.Select(version => new TheoryDataRow<string>(version.Name));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Links_ThatKakaoPayAndCustomersHave_AreGenuine(string version)
    {
        var recorded = RecordedVersion.All.Single(each => each.Name == version);
        var key = (string)JsonNode.Parse(File.ReadAllText(recorded.SecretsPath))!["secretsmanager"]!["kakao-workflow"]!["payLinkKeys"]!;
        var (links, others) = (new PayLinks("https://cafe.example", PayLinkKeys.Parse(key)), new PayLinks("https://cafe.example", PayLinkKeys.Parse(TestSettings.PayLinkKey)));
        var addresses = recorded.Moments.SelectMany(moment => moment.Database["kakaopay_payments"]!.AsArray())
            .SelectMany(payment => Redirects.Select(redirect => (string)payment!["document"]![redirect]!))
            .Concat(recorded.Moments.Select(moment => moment.PayLink).OfType<string>())
            .Select(address => new Uri(address)).ToList();
        addresses.ShouldNotBeEmpty();
        foreach (var address in addresses)
        {
            PayLink.TryParse(address.AbsolutePath, out var link).ShouldBeTrue(address.ToString());
            var signature = HttpUtility.ParseQueryString(address.Query)[PayLinks.SignatureParameter];
            (links.Verify(link, signature), others.Verify(link, signature)).ShouldBe((true, false), address.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Messages_InTheQueues_AreUnderstood(string version)
    {
        var messages = RecordedVersion.All.Single(each => each.Name == version).Moments.SelectMany(moment =>
            from message in moment.Database["sqs_message"]!.AsArray()
            join queue in moment.Database["sqs_queue"]!.AsArray() on (long)message["queue_id"]! equals (long)queue["id"]!
            select (Queue: (string)queue["name"]!, Body: (string)message["body"]!)).ToList();
        var (callbacks, events) = (messages.Where(message => message.Queue.EndsWith("payment-callbacks", StringComparison.Ordinal)).ToList(),
            messages.Where(message => message.Queue.EndsWith("order-events", StringComparison.Ordinal)).ToList());
        callbacks.ShouldNotBeEmpty();
        events.ShouldNotBeEmpty();

        callbacks.Select(message => JsonSerializer.Deserialize(message.Body, CallbackJson.Default.CallbackMessage)!.Kind)
            .ShouldAllBe(kind => CallbackKind.IsKnown(kind));
        events.Select(message => JsonSerializer.Deserialize(message.Body, QueueJson.Default.OrderEventMessage)!.Type)
            .ShouldAllBe(type => type == OrderEventMessage.OrderPaid);
    }
}
