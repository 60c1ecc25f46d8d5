using System.Text.Json;
using KakaoWorkflow.Proof.Chaos;

namespace KakaoWorkflow.Tests.Proof.Chaos;

public sealed class ChaosScheduleTests
{
    private static readonly Fault Lost = new(new CallName("Quote", "dynamodb", "GetItem", 2) { Subject = "c1" }, FaultKind.AnswerLost);

    [Fact]
    public void Json_ReadBack_IsTheSameSchedule()
    {
        var schedule = new ChaosPlan(5, 30, 30).Round(1) with { Faults = [Lost] };
        var again = ChaosSchedule.Parse(schedule.ToJson());
        again.ToJson().ShouldBe(schedule.ToJson());
        again.Digest().ShouldBe(schedule.Digest());
        again.Faults.ShouldBe([Lost]);
        again.Law.ShouldBe(schedule.Law);
    }

    [Theory]
    [InlineData("""{"customers":[],"colour":"red"}""", "colour")]
    [InlineData("""{}""", "customers")]
    [InlineData("""{"customers":[{"name":"c1","welcomePoints":"many","errands":[]}]}""", "welcomePoints")]
    [InlineData("null", "null")]
    [InlineData("[", "")]
    public void Json_ThatIsNoSchedule_IsRefusedWithTheField(string json, string field) =>
        Should.Throw<JsonException>(() => ChaosSchedule.Parse(json)).Message.ShouldContain(field, Case.Insensitive);

    [Fact]
    public void Faults_SpeltOut_StrikeTheCallsThatTheyName()
    {
        var schedule = new ChaosSchedule([]) { Faults = [Lost] };
        schedule.Strike(Lost.Call).ShouldBe(FaultKind.AnswerLost);
        schedule.Strike(Lost.Call with { Ordinal = 3 }).ShouldBeNull();
        schedule.Strike(Lost.Call with { Subject = "c2" }).ShouldBeNull();
    }
}
