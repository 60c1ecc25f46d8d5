namespace KakaoWorkflow.Tests.Lambdas.Skills;

/// <summary>The chatbot waits five seconds, the way there and back included.</summary>
public sealed class SkillPatienceTests(DynoxideServer server) : SkillTest(server)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(4_500);

    [Theory]
    [MemberData(nameof(Skills))]
    public async Task Call_DynamoDbHangs_IsAnsweredInTime(string skill)
    {
        var body = (await GoodPayloadAsync(skill)).ToJsonString();
        Cafe.DynamoDbWire.Hang();
        await AnsweredInTimeAsync(skill, body);
    }

    [Theory]
    [InlineData("Pay")]
    [InlineData("CancelOrder")]
    public async Task Call_StepFunctionsOrTheQueueHang_IsAnsweredInTime(string skill)
    {
        var body = (await GoodPayloadAsync(skill)).ToJsonString();
        Cafe.AwsWire.Hang();
        await AnsweredInTimeAsync(skill, body);
    }

    [Fact]
    public async Task Pay_KakaoPayHangs_IsAnsweredWithThePayLink()
    {
        var body = (await GoodPayloadAsync("Pay")).ToJsonString();
        Cafe.KakaoPayWire.Hang();
        var call = CallAsync("Pay", body);
        await Task.WhenAny(call, Cafe.StepFunctions.Answered);
        await Cafe.Time.RunUntilAsync(TimeSpan.FromMilliseconds(25), call);

        (await call).ShouldContain($"{TestSettings.PublicBaseUrl}/pay/");
        Elapsed.ShouldBeLessThan(Limit);
        Cafe.KakaoPayWire.Operations.ShouldBeEmpty();
    }

    private TimeSpan Elapsed => Cafe.Time.GetUtcNow() - TestCafe.Opening;

    private async Task AnsweredInTimeAsync(string skill, string body)
    {
        var call = CallAsync(skill, body);
        while (!call.IsCompleted && Elapsed < Limit)
            Cafe.Time.Advance(TimeSpan.FromMilliseconds(50));

        (await call.WaitAsync(TimeSpan.FromSeconds(5), Token)).ShouldContain("다시 시도해");
        LogLines.ShouldHaveSingleItem().ShouldContain("no answer in time");
    }
}
