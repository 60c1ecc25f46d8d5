using KakaoWorkflow.Members;

namespace KakaoWorkflow.Tests.Workflow.Members;

public sealed class AccountsTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly PhoneNumber Phone = PhoneNumber.Parse("010-5550-5678");

    [Fact]
    public async Task SignUp_NewCustomer_OpensAnEmptyAccount()
    {
        (await Accounts.SignUpAsync("member-1", "customer-1", Phone, Token)).ShouldBe(SignUpOutcome.SignedUp);

        (await Accounts.FindAsync("member-1", cancellationToken: TestContext.Current.CancellationToken))
            .ShouldBe(new Account("member-1", "customer-1", "5678", 0, 0, null) { PhonePrefix = "010-****" });
        (await Accounts.MemberOfAsync("customer-1", Token)).ShouldBe("member-1");
        await Cafe.Books.BalanceAsync();
    }

    [Fact]
    public async Task SignUp_SaysWhen()
    {
        await Accounts.SignUpAsync("member-1", "customer-1", Phone, Token);
        (await Cafe.Table.ItemAsync(ItemKey.Account("member-1"))).Instant("signedUpAt").ShouldBe(Cafe.Time.GetUtcNow());
    }

    [Fact]
    public async Task Quote_MakesTheOrderTheOneInFlightAndTheLatest()
    {
        var order = await Stories.QuotedAsync();
        (await AccountAsync()).ShouldSatisfyAllConditions(
            account => account.OpenOrderId.ShouldBe(order.OrderId), account => account.LastOrderId.ShouldBe(order.OrderId));
        await Steps.Release.RunAsync(order.OrderId, OrderStatus.Cancelled, cancellationToken: Token);
        (await AccountAsync()).ShouldSatisfyAllConditions(
            account => account.OpenOrderId.ShouldBeNull(), account => account.LastOrderId.ShouldBe(order.OrderId));

        async Task<Account> AccountAsync() => (await Accounts.FindAsync(order.Member.MemberId, cancellationToken: Token))!;
    }

    [Fact]
    public async Task SignUp_Again_ChangesNothingAndKeepsThePoints()
    {
        var member = await Stories.SignUpAsync(points: 1_000);
        await UnchangedAsync(member.MemberId, member.CustomerId, SignUpOutcome.AlreadyMember);
    }

    [Fact]
    public async Task SignUp_CustomerWithAnotherNumber_IsRefused()
    {
        var member = await Stories.SignUpAsync();
        await UnchangedAsync("another-member", member.CustomerId, SignUpOutcome.CustomerHasAnotherNumber);
    }

    [Fact]
    public async Task SignUp_NumberOfAnotherCustomer_IsRefused()
    {
        var member = await Stories.SignUpAsync(points: 1_000);
        await UnchangedAsync(member.MemberId, "another-customer", SignUpOutcome.NumberOfAnotherCustomer);
    }

    [Fact]
    public async Task SignUp_MemberWithTheNumberOfAnother_IsRefused()
    {
        var (one, other) = (await Stories.SignUpAsync(), await Stories.SignUpAsync());
        await UnchangedAsync(one.MemberId, other.CustomerId, SignUpOutcome.NumberOfAnotherCustomer);
    }

    [Fact]
    public async Task SignUp_TwoAtOnce_OpenOneAccount()
    {
        SignUpOutcome? other = null;
        Cafe.DynamoDbWire.Before("TransactWriteItems", async () => other = await Accounts.SignUpAsync("member-1", "customer-2", Phone));

        (await Accounts.SignUpAsync("member-1", "customer-1", Phone, Token)).ShouldBe(SignUpOutcome.NumberOfAnotherCustomer);
        other.ShouldBe(SignUpOutcome.SignedUp);
        (await Accounts.MemberOfAsync("customer-1", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_Nobody_IsNull()
    {
        (await Accounts.FindAsync("nobody", cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
        (await Accounts.MemberOfAsync("nobody", Token)).ShouldBeNull();
    }

    private Accounts Accounts => Cafe.Services.Accounts;

    private Task UnchangedAsync(string memberId, string customerId, SignUpOutcome outcome) =>
        UnchangedAsync(async () => (await Accounts.SignUpAsync(memberId, customerId, Phone)).ShouldBe(outcome));
}
