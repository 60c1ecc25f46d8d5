using KakaoWorkflow.Invariants;
using KakaoWorkflow.Proof.Kills;
using Patience = KakaoWorkflow.Proof.Kills.Patience;

namespace KakaoWorkflow.Tests.Proof.Kills;

public sealed class KillChecksTests
{
    private static readonly OrderId OrderId = OrderId.Parse("1125-0000000A");

    private readonly Promises _promises = new();

    [Fact]
    public void Quiet_Cafe_IsClean() => Check(Paid() with { Preparation = "TO_MAKE", BoardDay = "2026-03-01" }).ShouldBeEmpty();

    [Fact]
    public void Paid_OrderThatTheCafeNeverHeardOf_IsALostMessage() =>
        Check(Paid()).ShouldBe(["paid-order-reaches-board", "no-message-lost"]);

    [Fact]
    public void Order_ThatACustomerWasToldOf_MustExist()
    {
        _promises.TellOrder(OrderId.Parse("1125-0000000B"));
        Check(Paid() with { Preparation = "TO_MAKE", BoardDay = "2026-03-01" }).ShouldBe(["told-orders-exist"]);
    }

    [Fact]
    public void Refund_ThatWasAccepted_MustHappen()
    {
        _promises.TellRefund(OrderId);
        Check(Paid() with { Preparation = "TO_MAKE", BoardDay = "2026-03-01" }).ShouldBe(["told-refunds-happen"]);
    }

    [Fact]
    public void Complaint_IsAViolation()
    {
        _promises.Complain("waited in vain");
        Check(Paid() with { Preparation = "TO_MAKE", BoardDay = "2026-03-01" }).ShouldBe(["customers-get-answers"]);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Remainder_IsAViolation(int executions, int marked, int messages)
    {
        var queues = new Dictionary<string, int>(StringComparer.Ordinal);
        if (messages > 0)
            queues["orders-dlq"] = messages;
        Check(Paid() with { Preparation = "TO_MAKE", BoardDay = "2026-03-01" }, new Remainder(executions, marked, queues)).ShouldBe(["all-ends"]);
    }

    private static Order Paid() => new() { OrderId = OrderId, Status = OrderStatus.Paid, PaidAt = DateTimeOffset.UnixEpoch };

    private IEnumerable<string> Check(Order order, Remainder? remainder = null)
    {
        var snapshot = new Snapshot
        {
            Accounts = new Dictionary<string, Members.Account>(StringComparer.Ordinal),
            Orders = new Dictionary<string, Order>(StringComparer.Ordinal) { [OrderId] = order },
            IndexedOpenOrders = new HashSet<string>(StringComparer.Ordinal),
            Holds = [],
            Ledger = [],
            Payments = new Dictionary<string, PaymentFacts>(StringComparer.Ordinal),
            Executions = new Dictionary<string, ExecutionFacts>(StringComparer.Ordinal) { [OrderId] = new("SUCCEEDED", OrderStatus.Paid) },
        };
        var witness = new MessageWitness(null!, RealTime.Clock, new Patience(RealTime.Clock, TimeSpan.Zero));
        return KillChecks.Check(snapshot, remainder ?? new Remainder(0, 0, new Dictionary<string, int>(StringComparer.Ordinal)), _promises, witness)
            .Select(violation => violation.Invariant);
    }
}
