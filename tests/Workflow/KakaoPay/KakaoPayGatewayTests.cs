using System.Text.Json.Nodes;

namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

public sealed class KakaoPayGatewayTests
{
    private static readonly PaymentReference Reference = new(Samples.Tid);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("READY", PaymentState.Pending, 0L)]
    [InlineData("SUCCESS_PAYMENT", PaymentState.Captured, 0L)]
    [InlineData("PART_CANCEL_PAYMENT", PaymentState.PartlyRefunded, 4_500L)]
    [InlineData("CANCEL_PAYMENT", PaymentState.Refunded, 9_000L)]
    [InlineData("QUIT_PAYMENT", PaymentState.Quit, 0L)]
    [InlineData("FAIL_PAYMENT", PaymentState.Declined, 0L)]
    [InlineData("SOMETHING_NEW", PaymentState.Unknown, 0L)]
    public async Task Inquire_SaysWhatWentBack_ByTheState(string status, PaymentState state, long refundedWon)
    {
        var payment = await InquireAsync(answer => answer["status"] = status);
        (payment.State, payment.StateName, payment.AmountWon, payment.RefundedWon).ShouldBe((state, status, 9_000, refundedWon));
        (payment.OrderId, payment.Captures, payment.Aid, payment.RefundableWon).ShouldBe(("order-1", 1, "A1", 4_500));
    }

    [Theory]
    [InlineData("PART_CANCEL_PAYMENT", null, 9_000L, 1)]
    [InlineData("CANCEL_PAYMENT", 9_000L, 0L, 1)]
    [InlineData("READY", 0L, 9_000L, 0)]
    public async Task Inquire_WithoutSumsAndHistory_ReckonsFromTheState(string status, long? refundedWon, long refundableWon, int captures)
    {
        var payment = await InquireAsync(answer =>
        {
            answer["status"] = status;
            answer.Remove("canceled_amount");
            answer.Remove("cancel_available_amount");
            answer.Remove("payment_action_details");
        });
        (payment.RefundedWon, payment.RefundableWon, payment.Captures, payment.Aid).ShouldBe((refundedWon, refundableWon, captures, null));
    }

    [Fact]
    public async Task Refund_IsGuarded_ByWhatIsLeft_AndUnderThePaymentsOwnCode()
    {
        var (client, handler) = Samples.Client(Samples.CancelAnswer);
        await new KakaoPayGateway(client).RefundAsync(new PaymentRefund(Reference with { Cid = "TC0OLDCODE" }, 2_500, 9_000), Token);
        var body = JsonNode.Parse(handler.Body!)!;
        ((int)body["cancel_amount"]!, (int)body["cancel_available_amount"]!, (string?)body["cid"]).ShouldBe((2_500, 9_000, "TC0OLDCODE"));
    }

    private static async Task<Payment> InquireAsync(Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(Samples.OrderAnswer)!.AsObject();
        change(answer);
        var (client, _) = Samples.Client(answer.ToJsonString());
        return await new KakaoPayGateway(client).InquireAsync(Reference, Token);
    }
}
