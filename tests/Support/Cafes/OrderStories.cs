using System.Web;
using KakaoWorkflow.Board;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Members;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>Brings orders as far as a test needs them, by the very steps that the workflow takes. Each story goes on where the one above it ends.</summary>
internal sealed class OrderStories(TestCafe cafe)
{
    public const string TaskToken = "TASK-TOKEN-approval-SECRET";
    public const string ReviewToken = "TASK-TOKEN-operator-SECRET";

    private int _members;

    /// <summary>What KakaoPay's redirects have brought so far.</summary>
    public List<string> PgTokens { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<TestMember> SignUpAsync(long points = 0)
    {
        var number = ++_members;
        var phone = PhoneNumber.Parse($"010-5550-{number:0000}");
        var userKey = $"bot-user-key-{number}";
        var member = new TestMember(
            userKey, phone.Digits, cafe.Services.MemberIds.IdOf(phone), cafe.Services.CustomerIds.IdOf(userKey));
        (await cafe.Services.Accounts.SignUpAsync(member.MemberId, member.CustomerId, phone)).ShouldBe(SignUpOutcome.SignedUp);
        if (points > 0)
            (await cafe.Steps.Ledger.GrantAsync(member.MemberId, "welcome", points)).ShouldBeTrue();
        return member;
    }

    /// <summary>An order sheet, not placed yet: two americanos for 9,000 won unless the test says otherwise.</summary>
    public async Task<TestOrder> SheetAsync(TestMember? member = null, long points = 0, int quantity = 2, string itemId = "americano")
    {
        member ??= await SignUpAsync(points);
        var account = await cafe.Services.Accounts.FindAsync(member.MemberId);
        var issued = await cafe.Steps.IssueSheet.RunAsync(account!, itemId, quantity, points == 0 ? null : PointsAsked.Of(points));
        issued.RejectionCode.ShouldBeNull();
        return new TestOrder(member, issued.Sheet!.OrderId);
    }

    public async Task<TestOrder> QuotedAsync(TestMember? member = null, long points = 0)
    {
        var order = await SheetAsync(member, points);
        return order with { Quote = await cafe.Steps.Quote.RunAsync(order.OrderId) };
    }

    public async Task<TestOrder> ReservedAsync(TestMember? member = null, long points = 0)
    {
        var order = await QuotedAsync(member, points);
        await cafe.Steps.Reserve.RunAsync(order.OrderId);
        return order;
    }

    public async Task<TestOrder> PreparedAsync(TestMember? member = null, long points = 0)
    {
        var order = await ReservedAsync(member, points);
        return order with { Payment = await cafe.Steps.Prepare.RunAsync(order.OrderId, order.Quote, Token) };
    }

    public async Task<TestOrder> AwaitingAsync(TestMember? member = null, long points = 0)
    {
        var order = await PreparedAsync(member, points);
        await cafe.Steps.Await.RunAsync(order.OrderId, order.Payment, new(TaskToken), Token);
        return order;
    }

    /// <summary>The customer has paid at KakaoPay's page, and the redirect is parked.</summary>
    public async Task<TestOrder> AuthenticatedAsync(TestMember? member = null, long points = 0)
    {
        var order = await AwaitingAsync(member, points);
        await cafe.Steps.Park.ApproveAsync(order.OrderId, await PayAsync(order), Token);
        return order;
    }

    public async Task<TestOrder> CapturedAsync(TestMember? member = null, long points = 0)
    {
        var order = await AuthenticatedAsync(member, points);
        return order with
        {
            Approval = await cafe.Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent: false, Token),
        };
    }

    public async Task<TestOrder> PaidAsync(TestMember? member = null, long points = 0)
    {
        var order = await CapturedAsync(member, points);
        await cafe.Steps.Commit.RunAsync(order.OrderId, order.Approval!.Aid);
        return order;
    }

    /// <summary>A paid order that the café has on its board, taken as far as the moves take it.</summary>
    public async Task<TestOrder> OnBoardAsync(params string[] moves)
    {
        var order = await PaidAsync();
        (await cafe.Steps.Board.AddAsync(order.OrderId, Token)).ShouldBeTrue();
        await MoveAsync(order, moves);
        return order;
    }

    /// <summary>A barista takes an order from step to step.</summary>
    public async Task MoveAsync(TestOrder order, params string[] moves)
    {
        foreach (var move in moves)
            (await cafe.Steps.Move.RunAsync(order.OrderId, move, "kim", null, Token)).Outcome.ShouldBe(MoveOutcome.Moved);
    }

    /// <summary>An order that ended without a sale.</summary>
    public async Task<TestOrder> EndedAsync(string ending, long points = 0)
    {
        var order = await ReservedAsync(null, points);
        (await cafe.Steps.Release.RunAsync(order.OrderId, ending)).ShouldBe(ending);
        return order;
    }

    /// <summary>An order whose step failed for good.</summary>
    public Task ReviewAsync(TestOrder order, string failedStep = "CommitOrder") => cafe.Steps.AwaitOperator.RunAsync(
        order.OrderId, failedStep, "States.Timeout", null, new(ReviewToken));

    /// <summary>The customer pays at KakaoPay's page.</summary>
    /// <returns>What the redirect brings.</returns>
    public async Task<PgToken> PayAsync(TestOrder order)
    {
        var address = await AtKakaoPayAsync((customer, page) => customer.PayAsync(page, Token), order);
        var pgToken = new PgToken(HttpUtility.ParseQueryString(address.Query)["pg_token"]!);
        PgTokens.Add(pgToken.Value);
        return pgToken;
    }

    /// <summary>The customer does something at KakaoPay's page.</summary>
    /// <returns>Where the browser is sent.</returns>
    public static async Task<Uri> AtKakaoPayAsync(Func<SimulatedCustomer, Uri, Task<Uri>> act, TestOrder order)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await act(new SimulatedCustomer(http), new Uri(order.Payment.RedirectMobileUrl));
    }
}
