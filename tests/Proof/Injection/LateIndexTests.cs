using KakaoWorkflow.Emulator.Deployment.Resources;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Proof.Injection;

public sealed class LateIndexTests(DynoxideServer server)
{
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(3);

    private readonly FakeTimeProvider _time = new();

    private Uri? _address;

    [Fact]
    public async Task Query_OfAnIndex_ShowsEachStateInTurnAndNoneBeforeItsTime()
    {
        await using var own = await server.NewTableAsync(TestContext.Current.CancellationToken);
        var table = Table(own.Name);
        _address = own.Address;
        using var late = await LateIndex.OpenAsync(own.Client, table, Lag, _time, RealTime.Clock);
        await WriteAsync(late, table.Name, "QUOTED");
        await WriteAsync(late, table.Name, "RESERVED");

        (await LookAsync(late, table.Name)).ShouldBe("");
        _time.Advance(Lag - TimeSpan.FromMilliseconds(1));
        (await LookAsync(late, table.Name)).ShouldBe("");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await LookAsync(late, table.Name)).ShouldBe("QUOTED");
        (await LookAsync(late, table.Name)).ShouldBe("QUOTED", "at the same moment the index is the same");
        _time.Advance(TimeSpan.FromMinutes(1));
        (await LookAsync(late, table.Name)).ShouldBe("RESERVED");
        await late.ForgetAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        (await LookAsync(late, table.Name)).ShouldBe("");
    }

    [Fact]
    public async Task Item_ThatLeavesTheIndex_IsShownThereUntilTheLagIsOver()
    {
        await using var own = await server.NewTableAsync(TestContext.Current.CancellationToken);
        var table = Table(own.Name);
        _address = own.Address;
        using var late = await LateIndex.OpenAsync(own.Client, table, Lag, _time, RealTime.Clock);
        await WriteAsync(late, table.Name, "RESERVED");
        _time.Advance(Lag);
        (await LookAsync(late, table.Name)).ShouldBe("RESERVED");
        await WriteAsync(late, table.Name, null);
        _time.Advance(Lag - TimeSpan.FromMilliseconds(1));
        (await LookAsync(late, table.Name)).ShouldBe("RESERVED");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await LookAsync(late, table.Name)).ShouldBe("");
    }

    private static TableResource Table(string name) => new(
        "Table", name, "arn", [new("PK", "HASH"), new("SK", "RANGE")],
        new Dictionary<string, string> { ["PK"] = "S", ["SK"] = "S", ["openStatus"] = "S", ["statusSince"] = "S" },
        [new("OpenOrders", [new("openStatus", "HASH"), new("statusSince", "RANGE")], "INCLUDE", ["orderId"])], null);

    private async Task WriteAsync(LateIndex late, string table, string? mark)
    {
        var item = new JsonObject { ["PK"] = Text("ORDER#1"), ["SK"] = Text("ORDER"), ["orderId"] = Text("1"), ["statusSince"] = Text("now") };
        if (mark is not null)
            item["openStatus"] = Text(mark);
        using var answer = await SendAsync(late, "PutItem", new JsonObject { ["TableName"] = table, ["Item"] = item });
    }

    /// <returns>The marks under which the index shows an item.</returns>
    private async Task<string> LookAsync(LateIndex late, string table)
    {
        var marks = new List<string>();
        foreach (var mark in (string[])["QUOTED", "RESERVED"])
        {
            using var answer = await SendAsync(late, "Query", new JsonObject
            {
                ["TableName"] = table,
                ["IndexName"] = "OpenOrders",
                ["KeyConditionExpression"] = "openStatus = :mark",
                ["ExpressionAttributeValues"] = new JsonObject { [":mark"] = Text(mark) },
            });
            if ((int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["Count"]! > 0)
                marks.Add(mark);
        }
        return string.Join(", ", marks);
    }

    private async Task<HttpResponseMessage> SendAsync(LateIndex late, string operation, JsonObject body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _address!)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + operation);
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/ap-northeast-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        var call = await BufferedCall.ReadAsync(request, TestContext.Current.CancellationToken);
        return await late.SendAsync(call, async it =>
        {
            using var sent = it.ToRequest();
            var answer = await http.SendAsync(sent);
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            return answer;
        });
    }

    private static JsonObject Text(string value) => new() { ["S"] = value };
}
