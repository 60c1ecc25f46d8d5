namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

/// <summary>Answers whose JSON is right and whose values cannot be meant: they count as no answer, and nothing of them is shown.</summary>
public sealed class ImplausibleAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("T469b847306d7b2dc394", "", "tid")]
    [InlineData("T469b847306d7b2dc394", "T469b847306d7b2dc3945", "tid")]
    [InlineData("T469b847306d7b2dc394", "T469b84730 d7b2dc394", "tid")]
    [InlineData("T469b847306d7b2dc394", "주문", "tid")]
    [InlineData("https://pay.example/mobile/1", "/mobile/1", "next_redirect_mobile_url")]
    [InlineData("https://pay.example/mobile/1", "javascript:alert(1)", "next_redirect_mobile_url")]
    [InlineData("https://pay.example/pc/1", "http://evil.example/", "next_redirect_pc_url")]
    [InlineData("https://pay.example/pc/1", "https://pay.example@evil.example/", "next_redirect_pc_url")]
    [InlineData("https://pay.example/pc/1", "", "next_redirect_pc_url")]
    public Task Ready_ValueThatCannotBe_IsNoAnswer(string good, string bad, string field) =>
        NoAnswerAsync(Samples.ReadyAnswer, good, bad, field, client => client.ReadyAsync(Samples.Ready, Cancellation));

    [Theory]
    [InlineData(KakaoPayLimits.PageUrlLength, true)]
    [InlineData(KakaoPayLimits.PageUrlLength + 1, false)]
    public async Task Ready_AddressUpToItsLimit_IsTaken(int length, bool isTaken)
    {
        var url = "https://pay.example/".PadRight(length, 'a');
        var (client, _) = Samples.Client(Samples.ReadyAnswer.Replace("https://pay.example/pc/1", url, StringComparison.Ordinal));
        if (isTaken)
            (await client.ReadyAsync(Samples.Ready, Cancellation)).PcUrl.AbsoluteUri.ShouldBe(url);
        else
            await Should.ThrowAsync<KakaoPayUnansweredException>(() => client.ReadyAsync(Samples.Ready, Cancellation));
    }

    [Theory]
    [InlineData("\"aid\":\"A469b85a306d7b2dc395\"", "\"aid\":\"\"", "aid")]
    [InlineData("\"total\":9000", "\"total\":-1", "amount")]
    [InlineData("\"total\":9000", "\"total\":2147483648", "amount")]
    [InlineData("\"total\":9000", "\"total\":9000,\"total\":9000", "$")]
    [InlineData("2026-02-01T00:00:05", "0001-01-01T00:00:00", "$.approved_at")]
    public Task Approve_ValueThatCannotBe_IsNoAnswer(string good, string bad, string field) =>
        NoAnswerAsync(Samples.ApproveAnswer, good, bad, field, client => client.ApproveAsync(Samples.Approve, Cancellation));

    [Fact]
    public async Task Approve_LargestAmount_IsTaken()
    {
        var (client, _) = Samples.Client(Samples.ApproveAnswer.Replace("\"total\":9000", "\"total\":2147483647", StringComparison.Ordinal));
        (await client.ApproveAsync(Samples.Approve, Cancellation)).Amount.TotalWon.ShouldBe(KakaoPayLimits.AmountWon);
    }

    [Theory]
    [InlineData("PART_CANCEL_PAYMENT", "PAID BY \\u202E", "status")]
    [InlineData("\"total\":9000", "\"total\":-9223372036854775808", "amount")]
    [InlineData("\"canceled_amount\":{\"total\":4500", "\"canceled_amount\":{\"total\":-4500", "canceled_amount")]
    [InlineData("\"cancel_available_amount\":{\"total\":4500", "\"cancel_available_amount\":{\"total\":9223372036854775807", "cancel_available_amount")]
    [InlineData("\"payment_action_details\":[", "\"payment_action_details\":[null,", "payment_action_details")]
    [InlineData("\"aid\":\"A1\"", "\"aid\":\"\"", "payment_action_details")]
    [InlineData("2026-02-01T00:01:00\",\n", "0001-01-01T08:59:59\",\n", "$.canceled_at")]
    public Task Order_ValueThatCannotBe_IsNoAnswer(string good, string bad, string field) =>
        NoAnswerAsync(Samples.OrderAnswer, good, bad, field, client => client.OrderAsync(Samples.Tid, Cancellation));

    [Theory]
    [InlineData("\"aid\":\"A2\"", "\"aid\":\" \"", "aid")]
    [InlineData("CANCEL_PAYMENT", "", "$.status")]
    [InlineData("\"approved_cancel_amount\":{\"total\":9000}", "\"approved_cancel_amount\":{\"total\":-1}", "approved_cancel_amount")]
    [InlineData("\"canceled_amount\":{\"total\":9000}", "\"canceled_amount\":{\"total\":-1}", "canceled_amount")]
    [InlineData("\"cancel_available_amount\":{\"total\":0}", "\"cancel_available_amount\":{\"total\":-1}", "cancel_available_amount")]
    public Task Cancel_ValueThatCannotBe_IsNoAnswer(string good, string bad, string field) =>
        NoAnswerAsync(Samples.CancelAnswer, good, bad, field, client => client.CancelAsync(Samples.Cancel, Cancellation));

    [Theory]
    [InlineData("\\u202E<script>")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Answer_BrokenWithinAHostileName_DoesNotBringTheNameIntoTheMessage(string name)
    {
        var (client, _) = Samples.Client("{\"" + name + "\":{\"" + name + "\":tru}}");
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(() => client.OrderAsync(Samples.Tid, Cancellation));
        error.Message.ShouldEndWith("at $.");
    }

    private static async Task NoAnswerAsync(string answer, string good, string bad, string field, Func<KakaoPayClient, Task> call)
    {
        var changed = answer.ReplaceLineEndings("\n");
        changed.ShouldContain(good);
        var (client, _) = Samples.Client(changed.Replace(good, bad, StringComparison.Ordinal));
        var error = await Should.ThrowAsync<KakaoPayUnansweredException>(() => call(client));
        error.Message.ShouldContain(field);
    }
}
