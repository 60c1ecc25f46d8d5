using System.Text;
using System.Text.Json;
using KakaoWorkflow.Lambdas.Skills;
using KakaoWorkflow.Tests.Support.Lambdas;
using KakaoWorkflow.Tests.Support.Skills;

namespace KakaoWorkflow.Tests.Lambdas.Deadlines;

/// <summary>Lambda freezes a process between calls, and thaws it with whatever it had not finished.</summary>
public sealed class FrozenCallTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    // All that changes something.
    private static readonly string[] Sends = ["PutItem", "UpdateItem", "TransactWriteItems", "SendMessage", "StartExecution", "approve", "cancel"];

    [Fact]
    public async Task CancelOrder_FrozenForTenMinutes_WithdrawsNothingWhenItThaws()
    {
        var order = await Stories.AwaitingAsync();
        (await FrozenAtAsync(Cafe.DynamoDbWire, "GetItem", "CancelOrder", Skill(order))).ShouldBeEmpty();
        (await OrderAsync(order.OrderId)).WithdrawnAt.ShouldBeNull();
    }

    [Fact]
    public async Task CancelOrder_FrozenAfterItsWrite_SendsNoMessageWhenItThaws()
    {
        var order = await Stories.AwaitingAsync();
        (await FrozenAtAsync(Cafe.DynamoDbWire, "UpdateItem", "CancelOrder", Skill(order))).ShouldBe(["UpdateItem"]);
        (await Cafe.CallbacksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pay_FrozenForTenMinutes_StartsNothingWhenItThaws()
    {
        var sheet = await Stories.SheetAsync();
        (await FrozenAtAsync(Cafe.DynamoDbWire, "GetItem", "Pay", Skill(sheet), TimeSpan.FromMinutes(5))).ShouldBeEmpty();
        Cafe.StepFunctions.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redirect_FrozenBeyondTheFunctionsTime_ParksNothingWhenItThaws()
    {
        var order = await Stories.AwaitingAsync();
        var url = Cafe.Services.PayLinks.Url(order.OrderId, PayLinkKind.Pay);
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "callbackKind", new("cancelled"));
        await Cafe.Table.SetAsync(ItemKey.Order(order.OrderId), "callbackAt", new("2026-01-01T00:00:00.000Z"));
        (await FrozenAtAsync(Cafe.DynamoDbWire, "GetItem", "PaymentRedirect", HttpEvent.Get(url, ""))).ShouldBeEmpty();
    }

    [Fact]
    public async Task ApprovePayment_FrozenBeyondTheFunctionsTime_SendsNoApprovalWhenItThaws()
    {
        var order = await Stories.AuthenticatedAsync();
        var input = $$"""
            {"orderId":"{{order.OrderId}}","approveSent":false,"retryCount":0,
             "quote":{{JsonSerializer.Serialize(order.Quote, LambdaJson.Default.OrderQuote)}},
             "payment":{{JsonSerializer.Serialize(order.Payment, LambdaJson.Default.PreparedPayment)}}}
            """;
        (await FrozenAtAsync(Cafe.DynamoDbWire, "GetItem", "ApprovePayment", input)).ShouldBeEmpty();
    }

    /// <summary>The last moment at which a skill may still act, and the first at which it may not.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task Skill_MayActUntilItsTimeIsOver(int ticks, bool acts)
    {
        var order = await Stories.AwaitingAsync();
        await FrozenAtAsync(Cafe.DynamoDbWire, "GetItem", "CancelOrder", Skill(order), SkillFunction.AnswerWithin + TimeSpan.FromTicks(ticks));
        (await OrderAsync(order.OrderId)).WithdrawnAt.HasValue.ShouldBe(acts);
    }

    /// <summary>Opening a connection may take as long as a call may last.</summary>
    [Fact]
    public async Task Send_WhoseConnectionOpensTooLate_DoesNotLeave()
    {
        var time = new JumpingTime(Cafe.Time);
        var deadline = new CallDeadline(time);
        var network = new LateConnection(() => time.Freeze(TenMinutes));
        using var http = new HttpClient(new DeadlineHandler(deadline, network));
        var call = deadline.Bound(async (_, _) =>
        {
            using var content = new StringContent("write");
            await http.PostAsync(new Uri("http://127.0.0.1:1/"), content, Token);
            return Stream.Null;
        });

        await Should.ThrowAsync<DeadlinePassedException>(() => call(Stream.Null, new TestLambdaContext("function")));
        network.Left.ShouldBe(0);
    }

    private static string Skill(TestOrder order) => HttpEvent.Post(
        "/skill/any", SkillPayload.Of(order.Member.UserKey, orderId: (string?)order.OrderId).ToJsonString());

    /// <summary>Calls a function that is frozen when the answer of an operation has come.</summary>
    /// <returns>What it sent that changes something.</returns>
    private async Task<string[]> FrozenAtAsync(Wire wire, string operation, string function, string input, TimeSpan? time = null)
    {
        var clock = new JumpingTime(Cafe.Time);
        var handler = FunctionCatalog.Create(function, Cafe.Environment with { Time = clock });
        await Cafe.CallbacksAsync();
        var before = Sent().Length;
        wire.After(operation, () => clock.Freeze(time ?? TenMinutes));
        var call = handler(new MemoryStream(Encoding.UTF8.GetBytes(input)), new TestLambdaContext(function));
        // A step has nobody to answer; and a started execution would be waited for by a clock that stands.
        await Task.WhenAny(call, Cafe.StepFunctions.Answered);
        return Sent()[before..];
    }

    private string[] Sent() =>
    [
        .. Cafe.DynamoDbWire.Operations.Concat(Cafe.AwsWire.Operations).Concat(Cafe.KakaoPayWire.Operations).Where(Sends.Contains),
    ];

    /// <summary>A network that takes its time before it takes the body.</summary>
    private sealed class LateConnection(Action connect) : HttpMessageHandler
    {
        public int Left { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            connect();
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            Left++;
            return new HttpResponseMessage();
        }
    }
}
