using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;

namespace KakaoWorkflow.Tests.Workflow.Paying;

public sealed class SetUpWatchTests(DynoxideServer server) : CafeTest(server)
{
    [Theory]
    [InlineData(KakaoPayErrorCode.BadKey, true)]
    [InlineData(KakaoPayErrorCode.ApiNotEnabled, true)]
    [InlineData(KakaoPayErrorCode.QuotaExceeded, true)]
    [InlineData(KakaoPayErrorCode.BadCid, true)]
    [InlineData(KakaoPayErrorCode.BadCidSecret, true)]
    [InlineData(KakaoPayErrorCode.Maintenance, false)]
    [InlineData(KakaoPayErrorCode.AboveLimit, false)]
    public async Task Refusal_OfAllThatTheCafeSends_IsLoudAtOnce(int code, bool isLoud)
    {
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.Refuse, fault => fault with { ErrorCode = code });
        var order = await Stories.AwaitingAsync();
        await Should.ThrowAsync<KakaoPayRefusedException>(() => Cafe.Services.Gateway.InquireAsync(new PaymentReference(order.Payment.Tid), Token));
        (await MatterKindsAsync()).ShouldBe(isLoud ? [AttentionKind.KakaoPaySetUp] : []);
    }

    [Fact]
    public async Task Call_ThatIsTakenAgain_ClosesTheMatterEvenWhenItIsRefusedForAnotherReason()
    {
        var order = await Stories.AwaitingAsync();
        await Cafe.FaultAsync(FaultOperation.Order, FaultKind.Refuse, fault => fault with { ErrorCode = KakaoPayErrorCode.BadKey });
        var gateway = Cafe.Services.Gateway;
        await Should.ThrowAsync<KakaoPayRefusedException>(() => gateway.InquireAsync(new PaymentReference(order.Payment.Tid), Token));
        await Should.ThrowAsync<KakaoPayRefusedException>(() => gateway.InquireAsync(new PaymentReference("T1"), Token));
        (await MatterKindsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Look_WhileTheMatterIsOpen_AsksSomethingHarmlessAndClosesItOnceItIsTaken()
    {
        var key = Cafe.Variables["KAKAOPAY_SECRET_KEY"];
        await Cafe.Services.Gateway.LookAsync(Token);
        Cafe.KakaoPayWire.Operations.ShouldBeEmpty();

        Cafe.Variables["KAKAOPAY_SECRET_KEY"] = "revoked";
        Cafe.Restart();
        await Should.ThrowAsync<KakaoPayRefusedException>(() => Cafe.Services.Gateway.InquireAsync(new PaymentReference("T1"), Token));
        await Cafe.Services.Gateway.LookAsync(Token);
        (await MatterKindsAsync()).ShouldBe([AttentionKind.KakaoPaySetUp]);

        Cafe.Variables["KAKAOPAY_SECRET_KEY"] = key;
        Cafe.Restart();
        await Cafe.Services.Gateway.LookAsync(Token);
        (await MatterKindsAsync()).ShouldBeEmpty();
        Cafe.KakaoPayWire.Operations.ShouldBe(["order", "order", "order"]);
    }

    /// <summary>Each process has a watch of its own; one that has seen no refusal closes what another has opened.</summary>
    [Fact]
    public async Task Look_OfAnotherProcess_ClosesTheMatter_AndCallsThatGoWellCostNothingThen()
    {
        var order = await Stories.AwaitingAsync();
        var key = Cafe.Variables["KAKAOPAY_SECRET_KEY"];
        Cafe.Variables["KAKAOPAY_SECRET_KEY"] = "revoked";
        Cafe.Restart();
        await Should.ThrowAsync<KakaoPayRefusedException>(() => Cafe.Services.Gateway.InquireAsync(new PaymentReference("T1"), Token));
        (await MatterKindsAsync()).ShouldBe([AttentionKind.KakaoPaySetUp]);
        Cafe.Variables["KAKAOPAY_SECRET_KEY"] = key;

        var other = new FunctionServices(Cafe.Environment, new LambdaSerializer());
        await other.Gateway.LookAsync(Token);
        (await MatterKindsAsync()).ShouldBeEmpty();

        var calls = Cafe.DynamoDbWire.Operations.Count;
        await other.Gateway.InquireAsync(new PaymentReference(order.Payment.Tid), Token);
        Cafe.DynamoDbWire.Operations.Count.ShouldBe(calls);
    }
}
