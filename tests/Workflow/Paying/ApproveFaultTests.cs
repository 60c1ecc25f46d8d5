namespace KakaoWorkflow.Tests.Workflow.Paying;

/// <summary>Every bad day that the simulator has for an approval: what the step says, and that it says what KakaoPay has done.</summary>
public sealed class ApproveFaultTests(DynoxideServer server) : CafeTest(server)
{
    private static readonly (string Name, Fault Fault, Type? Error, long CapturedWon)[] Days =
    [
        ("declined", Day(FaultKind.Decline), typeof(PaymentDeclinedException), 0),
        ("declined with a code", Day(FaultKind.Decline) with { MethodResultCode = "LIMIT" }, typeof(PaymentDeclinedException), 0),
        ("locked, not captured", Day(FaultKind.UserLocked), typeof(PaymentInDoubtException), 0),
        ("locked, captured", Day(FaultKind.UserLocked) with { Captured = true }, null, 9_000),
        ("bank unknown, not captured", Day(FaultKind.BankUnknown), typeof(PaymentInDoubtException), 0),
        ("bank unknown, captured", Day(FaultKind.BankUnknown) with { Captured = true }, null, 9_000),
        ("no answer, not captured", Day(FaultKind.TimeoutBeforeCapture), typeof(PaymentInDoubtException), 0),
        ("no answer, captured", Day(FaultKind.TimeoutAfterCapture), null, 9_000),
        ("500, not captured", Day(FaultKind.ServerErrorBeforeCapture), typeof(PaymentInDoubtException), 0),
        ("503, captured", Day(FaultKind.ServerErrorAfterCapture) with { HttpStatus = 503 }, null, 9_000),
        ("paid already", Day(FaultKind.AlreadyPaid), null, 9_000),
        ("in progress, not captured", Day(FaultKind.DuplicateInProgress), typeof(PaymentInDoubtException), 0),
        ("in progress, captured", Day(FaultKind.DuplicateInProgress) with { Captured = true }, null, 9_000),
        ("too little captured", Day(FaultKind.AmountMismatch) with { AmountWon = 8_999 }, typeof(ApprovedAmountMismatchException), 8_999),
        ("too much captured", Day(FaultKind.AmountMismatch) with { AmountWon = 9_001 }, typeof(ApprovedAmountMismatchException), 9_001),
        ("quit just before", Day(FaultKind.Quit), typeof(PaymentDeclinedException), 0),
        ("failed just before", Day(FaultKind.Fail), typeof(PaymentDeclinedException), 0),
        ("expired just before", Day(FaultKind.Expire), typeof(PaymentExpiredException), 0),
        ("refused", Day(FaultKind.Refuse) with { ErrorCode = -799 }, typeof(PaymentInDoubtException), 0),
    ];

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var (name, _, _, _) in Days)
            {
                cases.Add(name, false);
                cases.Add(name, true);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_BadDay_SaysWhatKakaoPayHasDone(string name, bool mayHaveBeenSent)
    {
        var (_, fault, error, capturedWon) = Days.Single(day => day.Name == name);
        var order = await Stories.AuthenticatedAsync();
        await (await Cafe.ServicesAsync()).KakaoPay.Faults.AddAsync(fault);

        var run = Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent, Token);

        if (error is null)
            (await run).AmountWon.ShouldBe(capturedWon);
        else
            (await Should.ThrowAsync<Exception>(run)).ShouldBeOfType(error);
        (await Cafe.Books.MoneyAsync(order)).ShouldBe((capturedWon, 0));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Resolve_AfterABadDay_AgreesWithWhatKakaoPayHasDone(string name, bool isLate)
    {
        var (_, fault, error, capturedWon) = Days.Single(day => day.Name == name);
        var order = await Stories.AuthenticatedAsync();
        await (await Cafe.ServicesAsync()).KakaoPay.Faults.AddAsync(fault);
        await Should.NotThrowAsync(async () =>
        {
            try
            {
                await Steps.Approve.RunAsync(order.OrderId, order.Quote, order.Payment.Tid, mayHaveBeenSent: false, Token);
            }
            catch (Exception expected) when (expected.GetType() == error)
            {
                // What it says is the other test's matter.
            }
        });
        if (isLate)
            Cafe.Time.Advance(PaymentTerms.ApprovalWindow + PaymentTerms.Grace + TimeSpan.FromSeconds(1));

        var resolve = Steps.Resolve.RunAsync(order.OrderId, order.Quote, order.Payment, Token);

        if (error is null)
        {
            (await resolve).AmountWon.ShouldBe(capturedWon);
            return;
        }
        var expectedError = error != typeof(PaymentInDoubtException) && error != typeof(PaymentExpiredException) ? error
            : isLate ? typeof(PaymentExpiredException) : typeof(PaymentNotCapturedException);
        (await Should.ThrowAsync<Exception>(resolve)).ShouldBeOfType(expectedError);
    }

    [Fact]
    public void Cases_CoverEveryKindOfFault() => Enum.GetValues<FaultKind>()
        .Except([FaultKind.Slow, FaultKind.Zombie])
        .ShouldBe(Days.Select(day => day.Fault.Kind).Distinct(), ignoreOrder: true);

    private static Fault Day(FaultKind kind) => new() { Operation = FaultOperation.Approve, Kind = kind };
}
