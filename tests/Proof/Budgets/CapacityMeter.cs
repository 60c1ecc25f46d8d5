using System.Collections.Concurrent;

namespace KakaoWorkflow.Tests.Proof.Budgets;

/// <summary>Asks DynamoDB with each call what it consumes, and keeps the answers.</summary>
internal sealed class CapacityMeter
{
    private readonly ConcurrentDictionary<CallName, decimal> _units = new();
    private readonly ConcurrentQueue<CallName> _refused = new();

    /// <summary>The calls that were answered without a figure: a condition did not hold. AWS bills them as if they had written.</summary>
    public IReadOnlyCollection<CallName> Refused => _refused;

    /// <summary>The capacity units that some calls have consumed.</summary>
    public decimal UnitsOf(IEnumerable<CallName> calls) => calls.Sum(call => _units.GetValueOrDefault(call));

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _units.Clear();
        _refused.Clear();
    }

    /// <summary>Sends a call and reads its consumption.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        CallName name, BufferedCall call, Func<BufferedCall, Task<HttpResponseMessage>> send)
    {
        if (name.Service != "dynamodb")
            return await send(call);
        var answer = await send(call.With("ReturnConsumedCapacity", "TOTAL"));
        await answer.Content.LoadIntoBufferAsync();
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        if (answer.IsSuccessStatusCode)
            _units[name] = Units(body!["ConsumedCapacity"]);
        else
            _refused.Enqueue(name);
        return answer;
    }

    /// <summary>A transaction answers with a list, one entry per table.</summary>
    private static decimal Units(JsonNode? consumed) => consumed is JsonArray tables
        ? tables.Sum(Units)
        : consumed!["CapacityUnits"]!.GetValue<decimal>();
}
