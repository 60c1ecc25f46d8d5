using System.Net;
using System.Text;

namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

public sealed class KakaoPayClientAnswerTests
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_Answered_ReadsTheAddresses()
    {
        var (client, _) = Samples.Client(Samples.ReadyAnswer);
        (await client.ReadyAsync(Samples.Ready, Cancellation)).ShouldBe(new ReadyResponse
        {
            Tid = Samples.Tid,
            MobileUrl = new Uri("https://pay.example/mobile/1"),
            PcUrl = new Uri("https://pay.example/pc/1"),
            AppUrl = new Uri("https://pay.example/app/1"),
            CreatedAt = new DateTimeOffset(2026, 1, 31, 23, 59, 59, Korea),
        });
    }

    [Fact]
    public async Task Approve_Answered_ReadsAmountAndTime()
    {
        var (client, _) = Samples.Client(Samples.ApproveAnswer);
        var answer = await client.ApproveAsync(Samples.Approve, Cancellation);
        answer.Amount.ShouldBe(new PaymentAmount { TotalWon = 9000, VatWon = 818 });
        answer.ApprovedAt.ToUniversalTime().ShouldBe(new DateTimeOffset(2026, 1, 31, 15, 0, 5, TimeSpan.Zero));
        answer.Aid.ShouldBe("A469b85a306d7b2dc395");
        answer.PaymentMethodType.ShouldBe("MONEY");
        answer.Payload.ShouldBe("note");
    }

    [Fact]
    public async Task Order_Answered_ReadsStatusAmountsAndHistory()
    {
        var (client, _) = Samples.Client(Samples.OrderAnswer);
        var answer = await client.OrderAsync(Samples.Tid, Cancellation);
        answer.Status.ShouldBe(PaymentStatus.PartCancelPayment);
        answer.Amount.KakaoPayPointWon.ShouldBe(100);
        answer.Amount.DiscountWon.ShouldBe(50);
        answer.CanceledAmount!.TotalWon.ShouldBe(4500);
        answer.CancelAvailableAmount!.TotalWon.ShouldBe(4500);
        answer.Actions!.Select(action => (action.Aid, action.Type, action.Won)).ShouldBe(
            [("A1", "PAYMENT", null), ("A2", "CANCEL", 4500)]);
    }

    [Fact]
    public async Task Order_StatusThatIsNew_KeepsItsNameAndIsUnknown()
    {
        var (client, _) = Samples.Client(
            Samples.OrderAnswer.Replace("PART_CANCEL_PAYMENT", "SOMETHING_NEW", StringComparison.Ordinal));
        var answer = await client.OrderAsync(Samples.Tid, Cancellation);
        answer.Status.Name.ShouldBe("SOMETHING_NEW");
        answer.Status.State.ShouldBe(PaymentState.Unknown);
    }

    [Fact]
    public async Task Cancel_Answered_ReadsWhatIsLeft()
    {
        var (client, _) = Samples.Client(Samples.CancelAnswer);
        var answer = await client.CancelAsync(Samples.Cancel, Cancellation);
        answer.Status.State.ShouldBe(PaymentState.Refunded);
        answer.ApprovedCancelAmount.TotalWon.ShouldBe(9000);
        answer.CanceledAmount.TotalWon.ShouldBe(9000);
        answer.CancelAvailableAmount.TotalWon.ShouldBe(0);
    }

    [Theory]
    [InlineData("\"aid\":\"A469b85a306d7b2dc395\",", "")]
    [InlineData("\"tid\":\"T469b847306d7b2dc394\",", "")]
    [InlineData("\"total\":9000,", "")]
    [InlineData("\"total\":9000", "\"total\":\"9000\"")]
    [InlineData("\"total\":9000", "\"total\":9000.5")]
    [InlineData("\"approved_at\":\"2026-02-01T00:00:05\",", "")]
    [InlineData("2026-02-01T00:00:05", "2026-02-01 00:00:05")]
    [InlineData("\"amount\":{\"total\":9000,", "\"amount\":null,\"x\":{\"total\":9000,")]
    [InlineData("T469b847306d7b2dc394", "T000000000000000000")]
    [InlineData("\"order-1\"", "\"order-2\"")]
    public async Task Approve_AnswerNotAsDocumented_IsUnanswered(string part, string replacement)
    {
        Samples.ApproveAnswer.ShouldContain(part);
        var (client, stub) = Samples.Client(Samples.ApproveAnswer.Replace(part, replacement, StringComparison.Ordinal));
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(
            () => client.ApproveAsync(Samples.Approve, Cancellation));
        error.HttpStatus.ShouldBe(200);
        stub.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "null")]
    [InlineData(HttpStatusCode.OK, "<html>busy</html>")]
    [InlineData(HttpStatusCode.OK, """{"error_code":-780,"error_message":"no"}""")]
    [InlineData(HttpStatusCode.Found, "")]
    [InlineData(HttpStatusCode.BadRequest, "<html>bad gateway</html>")]
    [InlineData(HttpStatusCode.BadRequest, """{"code":-780,"msg":"the old platform's shape"}""")]
    [InlineData(HttpStatusCode.InternalServerError, """{"error_code":-500,"error_message":"no"}""")]
    [InlineData(HttpStatusCode.ServiceUnavailable, """{"error_code":-702,"error_message":"no"}""")]
    public async Task Call_AnswerThatSaysNothing_IsUnanswered(HttpStatusCode status, string answer)
    {
        var (client, _) = Samples.Client(answer, status);
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(
            () => client.ApproveAsync(Samples.Approve, Cancellation));
        error.HttpStatus.ShouldBe((int)status);
        error.Operation.ShouldBe("approve");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Call_AnswerAtTheSizeLimit_IsReadUpToIt(int bytesMore, bool isRead)
    {
        var padding = KakaoPayClient.MaxAnswerBytes + bytesMore - Encoding.UTF8.GetByteCount(Samples.CancelAnswer);
        var (client, _) = Samples.Client(Samples.CancelAnswer + new string(' ', padding));
        var call = client.CancelAsync(Samples.Cancel, Cancellation);
        if (isRead)
            (await call).Tid.ShouldBe(Samples.Tid);
        else
            await Should.ThrowAsync<KakaoPayUnansweredException>(call);
    }

    [Fact]
    public async Task Call_ErrorDocument_IsRefused()
    {
        var (client, _) = Samples.Client(
            """{"error_code":-780,"error_message":"approval failure!","extras":{"method_result_code":"USER_LOCKED","method_result_message":"x"}}""",
            HttpStatusCode.BadRequest);
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(
            () => client.ApproveAsync(Samples.Approve, Cancellation));
        error.ErrorCode.ShouldBe(KakaoPayErrorCode.ApproveFailed);
        error.ErrorMessage.ShouldBe("approval failure!");
        error.MethodResultCode.ShouldBe(MethodResult.UserLocked);
        error.HttpStatus.ShouldBe(400);
        error.Kind.ShouldBe(RefusalKind.Unclear);
    }

    [Fact]
    public async Task Call_ErrorDocumentWithoutWordsAndExtras_IsRefused()
    {
        var (client, _) = Samples.Client("""{"error_code":-429}""", HttpStatusCode.TooManyRequests);
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(
            () => client.OrderAsync(Samples.Tid, Cancellation));
        (error.ErrorCode, error.ErrorMessage, error.MethodResultCode).ShouldBe(
            (KakaoPayErrorCode.QuotaExceeded, "", null));
    }

    [Theory]
    [InlineData(-702, null, RefusalKind.Unclear)]
    [InlineData(-785, null, RefusalKind.Unclear)]
    [InlineData(-783, null, RefusalKind.Unclear)]
    [InlineData(-784, null, RefusalKind.Unclear)]
    [InlineData(-710, null, RefusalKind.Unclear)]
    [InlineData(-721, null, RefusalKind.Unclear)]
    [InlineData(-780, null, RefusalKind.Unclear)]
    [InlineData(-780, "USER_LOCKED", RefusalKind.Unclear)]
    [InlineData(-780, "BANK_FIRM_UNKNOWN", RefusalKind.Unclear)]
    [InlineData(-781, "BANK_FIRM_UNKNOWN", RefusalKind.Unclear)]
    [InlineData(-799, null, RefusalKind.Unclear)]
    [InlineData(-500, null, RefusalKind.Unclear)]
    [InlineData(-503, null, RefusalKind.Unclear)]
    [InlineData(-780, "INSUFFICIENT_BALANCE", RefusalKind.Final)]
    [InlineData(-781, null, RefusalKind.Final)]
    [InlineData(-781, "CANCEL_REFUSED", RefusalKind.Final)]
    [InlineData(-704, null, RefusalKind.Final)]
    [InlineData(-705, null, RefusalKind.Final)]
    [InlineData(-706, null, RefusalKind.Final)]
    [InlineData(-707, null, RefusalKind.Final)]
    [InlineData(-711, null, RefusalKind.Final)]
    [InlineData(-722, null, RefusalKind.Final)]
    [InlineData(-725, null, RefusalKind.Final)]
    [InlineData(-726, null, RefusalKind.Final)]
    [InlineData(-797, null, RefusalKind.Final)]
    [InlineData(-701, null, RefusalKind.Token)]
    [InlineData(-708, null, RefusalKind.Token)]
    [InlineData(-723, null, RefusalKind.TimeOver)]
    [InlineData(-400, null, RefusalKind.SetUp)]
    [InlineData(-401, null, RefusalKind.SetUp)]
    [InlineData(-403, null, RefusalKind.SetUp)]
    [InlineData(-404, null, RefusalKind.SetUp)]
    [InlineData(-429, null, RefusalKind.SetUp)]
    [InlineData(-731, null, RefusalKind.SetUp)]
    [InlineData(-733, null, RefusalKind.SetUp)]
    [InlineData(-798, null, RefusalKind.SetUp)]
    public async Task Refusal_ByItsCode_IsOfAKind(int code, string? methodResultCode, RefusalKind kind)
    {
        var extras = methodResultCode is null ? "" : $$""","extras":{"method_result_code":"{{methodResultCode}}"}""";
        var (client, _) = Samples.Client($$"""{"error_code":{{code}},"error_message":"no"{{extras}}}""", HttpStatusCode.BadRequest);
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(
            () => client.ApproveAsync(Samples.Approve, Cancellation));
        error.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Refusal_EchoingSecrets_ShowsNone()
    {
        var (client, _) = Samples.Client(
            $$$"""{"error_code":-708,"error_message":"{{{Samples.Token}}} {{{Samples.Key}}} {{{Samples.CidSecret}}}","extras":{"method_result_code":"{{{Samples.Token}}}"}}""",
            HttpStatusCode.BadRequest,
            Samples.Options with { CidSecret = new KakaoPaySecret(Samples.CidSecret) });
        var error = await Should.ThrowAsync<KakaoPayRefusedException>(
            () => client.ApproveAsync(Samples.Approve, Cancellation));
        foreach (var text in new[] { error.ToString(), error.ErrorMessage, error.MethodResultCode! })
        {
            text.ShouldNotContain(Samples.Token);
            text.ShouldNotContain(Samples.Key);
            text.ShouldNotContain(Samples.CidSecret);
        }
    }
}
