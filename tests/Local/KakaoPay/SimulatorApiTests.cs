using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Local.KakaoPay.Faults;

namespace KakaoWorkflow.Tests.Local.KakaoPay;

/// <summary>The simulator's own API: faults and the ledger.</summary>
public sealed class SimulatorApiTests : SimulatorTests
{
    [Fact]
    public async Task Faults_AddedListedAndRemoved_AreWhatThePlanHolds()
    {
        var (status, added) = await AddAsync(
            """{"orderId":"order-1","operation":"approve","kind":"Decline","methodResultCode":"NO_MONEY","times":3}""");
        status.ShouldBe(HttpStatusCode.Created);
        added!.ToJsonString().ShouldBe(
            """{"id":1,"orderId":"order-1","operation":"Approve","kind":"Decline","times":3,"always":false,"methodResultCode":"NO_MONEY"}""");
        await AddAsync("""{"operation":"order","kind":"slow","delayMs":10,"always":true}""");

        var list = await Host.Http.GetFromJsonAsync<JsonNode>("/simulator/faults", Cancellation);
        list!["faults"]!.AsArray().Count.ShouldBe(2);
        (await Host.Http.DeleteAsync(new Uri("/simulator/faults/1", UriKind.Relative), Cancellation)).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);
        (await Host.Http.DeleteAsync(new Uri("/simulator/faults/1", UriKind.Relative), Cancellation)).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        Host.Simulator.Faults.List().ShouldHaveSingleItem().ShouldBe(
            new Fault { Id = 2, Operation = FaultOperation.Order, Kind = FaultKind.Slow, DelayMs = 10, Always = true });
        (await Host.Http.DeleteAsync(new Uri("/simulator/faults", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent);
        Host.Simulator.Faults.List().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"kind":"Decline"}""", "operation is missing")]
    [InlineData("""{"operation":"approve"}""", "kind is missing")]
    [InlineData("""{"operation":"approve","kind":"Explode"}""", "kind must be one of Quit, Fail")]
    [InlineData("""{"operation":"approve","kind":"1"}""", "kind must be one of")]
    [InlineData("""{"operation":"pay","kind":"Decline"}""", "operation must be one of Ready, Approve")]
    [InlineData("""{"operation":"ready","kind":"Decline"}""", "operation cannot be Ready")]
    [InlineData("""{"operation":"customer","kind":"Slow","delayMs":1}""", "operation cannot be Customer")]
    [InlineData("""{"operation":"cancel","kind":"Expire"}""", "operation cannot be Cancel")]
    [InlineData("""{"operation":"order","kind":"AlreadyPaid"}""", "operation cannot be Order")]
    [InlineData("""{"operation":"approve","kind":"Decline","order_id":"a"}""", "order_id is not a field")]
    [InlineData("""{"operation":"approve","kind":"Decline","orderId":""}""", "orderId is empty")]
    [InlineData("""{"operation":"approve","kind":"Decline","times":0}""", "times must be 1 to 1000")]
    [InlineData("""{"operation":"approve","kind":"Decline","times":1001}""", "times must be 1 to 1000")]
    [InlineData("""{"operation":"approve","kind":"Decline","times":1,"always":true}""", "times has no meaning")]
    [InlineData("""{"operation":"approve","kind":"Decline","always":"yes"}""", "always must be true or false")]
    [InlineData("""{"operation":"approve","kind":"Decline","methodResultCode":"USER_LOCKED"}""", "methodResultCode must be a definite code")]
    [InlineData("""{"operation":"approve","kind":"Decline","captured":true}""", "captured has no meaning")]
    [InlineData("""{"operation":"approve","kind":"Decline","httpStatus":500}""", "httpStatus has no meaning")]
    [InlineData("""{"operation":"approve","kind":"ServerErrorAfterCapture","httpStatus":499}""", "httpStatus must be 500 to 599")]
    [InlineData("""{"operation":"approve","kind":"Slow"}""", "delayMs is missing")]
    [InlineData("""{"operation":"approve","kind":"Slow","delayMs":600001}""", "delayMs must be 1 to 600000")]
    [InlineData("""{"operation":"approve","kind":"AmountMismatch"}""", "amountWon is missing")]
    [InlineData("""{"operation":"approve","kind":"AmountMismatch","amountWon":0}""", "amountWon must be 1")]
    [InlineData("[]", "body must be a JSON object")]
    public async Task AddFault_Wrong_IsRefusedNamingTheField(string body, string message)
    {
        var (status, answer) = await AddAsync(body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)answer!["error"]!).ShouldStartWith(message);
        Host.Simulator.Faults.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task AddFault_OneMoreThanTheLimit_IsRefused()
    {
        var fault = new Fault { Operation = FaultOperation.Order, Kind = FaultKind.ServerErrorBeforeCapture };
        await Task.WhenAll(Enumerable.Range(0, FaultPlan.MaxFaults).Select(_ => Host.Simulator.Faults.AddAsync(fault)));
        await Should.ThrowAsync<InvalidFieldException>(() => Host.Simulator.Faults.AddAsync(fault));
    }

    [Fact]
    public async Task Faults_ForAnOrder_LeaveTheOthersAlone()
    {
        await AddAsync("""{"orderId":"order-1","operation":"ready","kind":"ServerErrorBeforeCapture","always":true}""");
        await Host.ReadyAsync("order-2");
        for (var call = 0; call < 3; call++)
            await Should.ThrowAsync<KakaoWorkflow.KakaoPay.KakaoPayUnansweredException>(
                () => Host.ReadyAsync("order-1"));
    }

    [Fact]
    public async Task Payments_ReadPageByPage_AreAllThereOnce()
    {
        for (var order = 1; order <= 5; order++)
            await Host.ReadyAsync($"order-{order}");
        var page = await GetPaymentsAsync("?limit=2");
        page["payments"]!.AsArray().Select(entry => (string)entry!["orderId"]!).ShouldBe(["order-1", "order-2"]);
        page = await GetPaymentsAsync($"?limit=3&after={(long)page["next"]!}");
        page["payments"]!.AsArray().Select(entry => (string)entry!["orderId"]!).ShouldBe(
            ["order-3", "order-4", "order-5"]);
        page["next"].ShouldBeNull();
        (await GetPaymentsAsync("?orderId=order-4"))["payments"]!.AsArray().Count.ShouldBe(1);
        (await Host.Simulator.Payments.ReadAsync().CountAsync(Cancellation)).ShouldBe(5);
    }

    [Theory]
    [InlineData("?order_id=1", "order_id is not a parameter")]
    [InlineData("?limit=0", "limit must be 1 to 500")]
    [InlineData("?limit=501", "limit must be 1 to 500")]
    [InlineData("?after=x", "after must be 0")]
    public async Task Payments_WrongQuery_IsRefusedNamingTheParameter(string query, string message)
    {
        using var answer = await Host.Http.GetAsync(
            new Uri("/simulator/payments" + query, UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["error"]!).ShouldStartWith(message);
    }

    private async Task<JsonNode> GetPaymentsAsync(string query) =>
        (await Host.Http.GetFromJsonAsync<JsonNode>("/simulator/payments" + query, Cancellation))!;

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> AddAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Host.Http.PostAsync(
            new Uri("/simulator/faults", UriKind.Relative), content, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation));
    }
}
