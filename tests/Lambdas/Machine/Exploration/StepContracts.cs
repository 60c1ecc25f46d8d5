using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KakaoWorkflow.Lambdas.Queues;
using KakaoWorkflow.Lambdas.Steps;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>The contracts of all steps, by the state's name.</summary>
internal static class StepContracts
{
    private const long PriceWon = 4_500;

    private static readonly LambdaJson Json = LambdaJson.Default;

    private static readonly PreparedPayment Payment =
        new("T1", "https://pay.example/pc", "https://pay.example/m", DateTimeOffset.UnixEpoch, "TC0ONETIME");

    public static FrozenDictionary<string, StepContract> All { get; } = new Dictionary<string, StepContract>(StringComparer.Ordinal)
    {
        [StateName.Quote] = StepContract.Of(Json.StepInput, _ =>
            [Node(Quote(0), Json.OrderQuote), Node(Quote(PriceWon), Json.OrderQuote)]),
        [StateName.ReservePoints] = StepContract.Of(Json.StepInput, Done),
        [StateName.PreparePayment] = StepContract.Of(Json.PreparePayment, _ =>
            [Node(Payment, Json.PreparedPayment)]),
        [StateName.AwaitApproval] = StepContract.Of(Json.AwaitApproval, _ => [new JsonObject { ["kind"] = CallbackKind.Approved }]),
        [StateName.ApprovePayment] = StepContract.Of(Json.ApprovePayment, Approvals),
        [StateName.ResolvePayment] = StepContract.Of(Json.ResolvePayment, Approvals),
        [StateName.CommitOrder] = StepContract.Of(Json.CommitOrder, _ =>
            [Node(new CommittedOrder(OrderStatus.Paid, PriceWon / 10), Json.CommittedOrder)]),
        [StateName.AnnounceOrder] = StepContract.Of(QueueJson.Default.OrderEventMessage, _ => [new JsonObject { ["MessageId"] = "1" }]),
        [StateName.RefundPayment] = StepContract.Of(Json.RefundPayment, _ =>
            [Node(new RefundedPayment(PriceWon), Json.RefundedPayment)]),
        [StateName.ReleasePoints] = StepContract.Of(Json.ReleasePoints, Released),
        [StateName.AwaitOperator] = StepContract.Of(Json.AwaitOperator, _ => [new JsonObject()]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static OrderQuote Quote(long pointsUsed) => new("member", "아메리카노", 1, PriceWon, pointsUsed, PriceWon - pointsUsed);

    private static IEnumerable<JsonNode?> Done(StepInput input) => [Node(new StepFunctions.Done(input.OrderId), Json.Done)];

    private static IEnumerable<JsonNode?> Approvals(object input) =>
    [
        Node(new ApprovedPayment("A1", PriceWon), Json.ApprovedPayment),
        Node(new ApprovedPayment(null, PriceWon), Json.ApprovedPayment),
    ];

    private static IEnumerable<JsonNode?> Released(StepInput.ReleasePoints input) => OrderStatus.ReleasedEndings.Contains(input.Ending)
        && EndReason.All.Contains(input.EndReason)
        ? [Node(new StepFunctions.Released(input.Ending), Json.Released)]
        : throw new JsonException($"'{input.Ending}' for '{input.EndReason}' is no ending of a released order.");

    private static JsonNode? Node<T>(T answer, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(answer, type);
}
