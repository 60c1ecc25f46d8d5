namespace KakaoWorkflow.Tests.Lambdas.Skills;

public sealed class SkillKeyTests(DynoxideServer server) : SkillTest(server)
{
    [Theory]
    [MemberData(nameof(Skills))]
    public async Task Call_WithoutTheKey_Is401AndNothingIsRead(string skill)
    {
        var body = (await GoodPayloadAsync(skill)).ToJsonString();
        var (tableCalls, awsCalls) = (Cafe.DynamoDbWire.Operations.Count, Cafe.AwsWire.Operations.Count);

        foreach (var key in new[]
        {
            null, "", " ", TestSettings.SkillKey[..^1], TestSettings.SkillKey + "0", TestSettings.SkillKey.ToLowerInvariant(),
            TestSettings.SkillKey[..^1] + "9", "T" + TestSettings.SkillKey[1..], TestSettings.SkillKey + " ", " " + TestSettings.SkillKey,
            TestSettings.SkillKey.Insert(5, "\u200B"), TestSettings.SkillKey + "\0",
            $"{TestSettings.NewSkillKey},{TestSettings.SkillKey}", "열쇠", new string('x', 10_000),
        })
        {
            var response = await InvokeAsync(skill, HttpEvent.Post($"/skill/{skill}", body, key));
            response["statusCode"]!.GetValue<int>().ShouldBe(401);
            response["body"]!.GetValue<string>().ShouldBe("""{"message":"Unauthorized"}""");
        }
        Cafe.DynamoDbWire.Operations.Count.ShouldBe(tableCalls);
        Cafe.AwsWire.Operations.Count.ShouldBe(awsCalls);
        LogLines.ShouldAllBe(line => line.Contains("no valid key"));
    }

    [Theory]
    [InlineData(TestSettings.SkillKey)]
    [InlineData(TestSettings.NewSkillKey)]
    public async Task Call_WithEitherKeyDuringARotation_IsAnswered(string key)
    {
        var body = (await GoodPayloadAsync("PointBalance")).ToJsonString();
        var response = await InvokeAsync("PointBalance", HttpEvent.Post("/skill/points", body, key));
        response["statusCode"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task Call_WithoutAnyHeader_Is401() => (await InvokeAsync(
        "PointBalance", """{"version":"2.0","rawPath":"/skill/points","body":"{}"}"""))["statusCode"]!.GetValue<int>().ShouldBe(401);
}
