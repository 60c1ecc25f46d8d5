namespace KakaoWorkflow.Tests.Lambdas.Pages;

/// <summary>A link lasts as long as the key that signed it: while keys rotate, and not a moment longer.</summary>
public sealed class RetiredKeyTests(DynoxideServer server) : FunctionTest(server)
{
    private const string PgTokenText = "pg-token-SECRET-1";

    private static readonly string NewKey = Convert.ToBase64String([.. Enumerable.Repeat((byte)9, 32)]);

    [Theory]
    [InlineData(PayLinkKind.Pay)]
    [InlineData(PayLinkKind.Approved)]
    [InlineData(PayLinkKind.Cancelled)]
    [InlineData(PayLinkKind.Failed)]
    public async Task Link_OfARetiredKey_Is403AndNothingIsReadOrQueued(PayLinkKind kind)
    {
        var order = await Stories.AwaitingAsync();
        var link = Cafe.Services.PayLinks.Url(order.OrderId, kind) + "&pg_token=" + PgTokenText;
        Cafe.Variables["PAY_LINK_KEYS"] = NewKey;
        var calls = (Cafe.DynamoDbWire.Operations.Count, Cafe.AwsWire.Operations.Count);

        (await GetAsync(link)).ShouldShow(403, "열 수 없는 주소예요", reloads: false);

        (Cafe.DynamoDbWire.Operations.Count, Cafe.AwsWire.Operations.Count).ShouldBe(calls);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Link_WhileKeysRotate_WorksAndLeadsToOneOfTheNewKey(bool isNewestFirst)
    {
        var order = await Stories.AwaitingAsync();
        var link = Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Approved) + "&pg_token=" + PgTokenText;
        Cafe.Variables["PAY_LINK_KEYS"] = isNewestFirst ? $"{NewKey},{TestSettings.PayLinkKey}" : $"{TestSettings.PayLinkKey},{NewKey}";
        var next = new PayLinks(TestSettings.PublicBaseUrl, PayLinkKeys.Parse(isNewestFirst ? NewKey : TestSettings.PayLinkKey));

        (await GetAsync(link)).ShouldBe(303, next.Url(order.OrderId, PayLinkKind.Pay));
    }

    private async Task<ShownPage> GetAsync(string url) => new(await InvokeAsync("PaymentRedirect", HttpEvent.Get(url)));
}
