using KakaoWorkflow.Inspecting;

namespace KakaoWorkflow.Tests.Workflow.Inspecting;

public sealed class WaitingTests
{
    private static readonly Order Open = new() { OrderId = OrderId.Parse("0301-AAAAAAAA"), Status = OrderStatus.AwaitingPayment };
    private static readonly Order Paid = Open with { Status = OrderStatus.Paid, Preparation = Preparation.ToMake };

    private static readonly Dictionary<string, (Order Order, WaitsFor[] Waits)> Cases = new()
    {
        ["quoted"] = (Open with { Status = OrderStatus.Quoted }, [WaitsFor.Workflow]),
        ["to be paid"] = (Open, [WaitsFor.Payment]),
        ["approved"] = (Open with { PgToken = new("token") }, [WaitsFor.Workflow]),
        ["quit"] = (Open with { CallbackKind = CallbackKind.Cancelled }, [WaitsFor.Workflow]),
        ["withdrawn"] = (Open with { WithdrawnAt = DateTimeOffset.UnixEpoch }, [WaitsFor.Workflow]),
        ["in review"] = (Open with { Status = OrderStatus.Review }, [WaitsFor.Person]),
        ["paid, announcement in review"] = (Paid with { Preparation = null, ReviewToken = new("token") }, [WaitsFor.Person, WaitsFor.Board]),
        ["paid, unannounced"] = (Paid with { Preparation = null }, [WaitsFor.Board]),
        ["to make"] = (Paid, [WaitsFor.Barista]),
        ["being made, refunded in part"] = (Paid with { Preparation = Preparation.Making, OpenRefund = 1 }, [WaitsFor.Refund, WaitsFor.Barista]),
        ["made"] = (Paid with { Preparation = Preparation.Made }, [WaitsFor.PickUp]),
        ["picked up"] = (Paid with { Preparation = Preparation.PickedUp }, []),
        ["recalled"] = (Paid with { RecalledAt = DateTimeOffset.UnixEpoch, OpenRefund = 1 }, [WaitsFor.Refund]),
        ["expired"] = (Open with { Status = OrderStatus.Expired, OpenStatus = OpenMark.MoneyUnchecked }, [WaitsFor.MoneyCheck]),
        ["cancelled"] = (Open with { Status = OrderStatus.Cancelled }, []),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Order_WaitsFor(string name) => Waiting.For(Cases[name].Order).ShouldBe(Cases[name].Waits);
}
