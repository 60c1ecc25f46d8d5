using System.Web;
using KakaoWorkflow.Board;
using KakaoWorkflow.KakaoPay;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Members;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Refunds;

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

    /// <summary>The sheet is priced, and its order begins. As all stories below: two americanos unless the test says otherwise.</summary>
    /// <param name="member">Whose order; null for somebody who signs up with just the points that it spends.</param>
    /// <param name="points">The points that it spends.</param>
    /// <param name="lines">What is ordered, at the prices that the menu has from now on.</param>
    public async Task<TestOrder> QuotedAsync(TestMember? member = null, long points = 0, params OrderLine[] lines)
    {
        var order = lines.Length == 0 ? await SheetAsync(member, points) : await SheetOfAsync(member ?? await SignUpAsync(points), points, lines);
        return order with { Quote = await cafe.Steps.Quote.RunAsync(order.OrderId) };
    }

    public async Task<TestOrder> ReservedAsync(TestMember? member = null, long points = 0, params OrderLine[] lines)
    {
        var order = await QuotedAsync(member, points, lines);
        await cafe.Steps.Reserve.RunAsync(order.OrderId);
        cafe.StepFunctions.Running(order.OrderId);
        return order;
    }

    public async Task<TestOrder> PreparedAsync(TestMember? member = null, long points = 0, params OrderLine[] lines)
    {
        var order = await ReservedAsync(member, points, lines);
        return order with { Payment = await cafe.Steps.Prepare.RunAsync(order.OrderId, order.Quote, Token) };
    }

    public async Task<TestOrder> AwaitingAsync(TestMember? member = null, long points = 0, params OrderLine[] lines)
    {
        var order = await PreparedAsync(member, points, lines);
        await cafe.Steps.Await.RunAsync(order.OrderId, order.Payment, new(TaskToken), Token);
        return order;
    }

    /// <summary>The customer has paid at KakaoPay's page, and the redirect is parked.</summary>
    public async Task<TestOrder> AuthenticatedAsync(TestMember? member = null, long points = 0, params OrderLine[] lines)
    {
        var order = await AwaitingAsync(member, points, lines);
        order = order with { PgToken = await PayAsync(order) };
        await cafe.Steps.Park.ApproveAsync(order.OrderId, order.PgToken, Token);
        return order;
    }

    public async Task<TestOrder> CapturedAsync(TestMember? member = null, long points = 0, params OrderLine[] lines) =>
        await CaptureAsync(await AuthenticatedAsync(member, points, lines));

    /// <summary>A paid order, by points alone where they pay for all of it.</summary>
    public async Task<TestOrder> PaidAsync(TestMember? member = null, long points = 0, params OrderLine[] lines)
    {
        var isFree = lines.DefaultIfEmpty(TestMenu.Americano(2)).Sum(line => line.TotalWon) == points;
        var order = isFree ? await ReservedAsync(member, points, lines) : await CapturedAsync(member, points, lines);
        await CommitAsync(order);
        return order;
    }

    /// <summary>Takes the money of an order whose customer has agreed.</summary>
    public async Task<TestOrder> CaptureAsync(TestOrder order) => order with
    {
        Approval = await cafe.Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent: false, Token),
    };

    /// <summary>An approval that was on its way all the time takes effect.</summary>
    public Task CaptureLateAsync(TestOrder order) => cafe.Services.Gateway.ApproveAsync(
        new ApprovalRequest(new(order.Payment.Tid), order.OrderId, order.Member.MemberId, order.PgToken, order.Quote.AmountDueWon), Token);

    /// <summary>Commits an order, as its execution would.</summary>
    public async Task CommitAsync(TestOrder order)
    {
        await cafe.Steps.Commit.RunAsync(order.OrderId, order.Approval?.Aid);
        cafe.StepFunctions.Succeeded(order.OrderId, OrderStatus.Paid);
    }

    /// <summary>Ends an order without a sale, as its execution would.</summary>
    public async Task ReleaseAsync(TestOrder order, string ending)
    {
        (await cafe.Steps.Release.RunAsync(order.OrderId, ending)).ShouldBe(ending);
        cafe.StepFunctions.Succeeded(order.OrderId, ending);
    }

    /// <summary>Somebody gives money back in KakaoPay's own pages.</summary>
    public async Task CancelElsewhereAsync(TestOrder order, long won)
    {
        var (capturedWon, cancelledWon) = await cafe.Books.MoneyAsync(order);
        await cafe.Services.Gateway.RefundAsync(new PaymentRefund(new(order.Payment.Tid), won, capturedWon - cancelledWon), Token);
    }

    /// <summary>A paid order, a part of it by points, whose money KakaoPay does not give back.</summary>
    public async Task<TestOrder> CancelRefusedAsync()
    {
        var order = await PaidAsync(points: 1_000);
        await cafe.FaultAsync(
            FaultOperation.Cancel, FaultKind.Refuse, fault => fault with { ErrorCode = KakaoPayErrorCode.CancelFailed, Always = true });
        return order;
    }

    /// <summary>The refund of such an order waits for a person, and no cancel is on its way any more.</summary>
    public async Task RefundStuckAsync(RefundRequest request)
    {
        for (var refusals = 0; refusals < DoubtTerms.MaxQuickRefusals; refusals++)
            (await cafe.Steps.RefundOrder.RunAsync(request, Token)).ShouldBe(RefundOutcome.UnderWay);
        cafe.Time.Advance(PaymentTerms.Grace + TimeSpan.FromSeconds(1));
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
        await ReleaseAsync(order, ending);
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

    /// <summary>A sheet with any lines.</summary>
    private async Task<TestOrder> SheetOfAsync(TestMember member, long points, OrderLine[] lines)
    {
        foreach (var line in lines)
            await cafe.Services.Menu.PutAsync(new(line.ItemId, line.Name, line.UnitPriceWon, SoldOut: false));
        var now = cafe.Time.GetUtcNow();
        var sheet = new OrderSheet(
            cafe.Services.OrderIds.Next(), member.MemberId, member.CustomerId, member.Phone[^4..],
            lines, points, lines.Sum(line => line.TotalWon) - points, now, now + cafe.Services.Rules.SheetLifetime);
        (await cafe.Services.Sheets.AddAsync(sheet)).ShouldBeTrue();
        return new TestOrder(member, sheet.OrderId);
    }
}
