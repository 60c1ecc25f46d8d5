using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Proof.Fuzzing.Running;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>A café in which every input starts anew: its functions, members and orders, and what is genuine there.</summary>
internal sealed class FuzzWorld
{
    private readonly Dictionary<string, FunctionHandler> _functions;

    /// <summary>Takes its functions.</summary>
    /// <param name="functions">By handler.</param>
    public FuzzWorld(Dictionary<string, FunctionHandler> functions) => _functions = functions;

    /// <summary>The members, each with at most one order, by how far that is.</summary>
    public Dictionary<string, WorldOrder> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>Each genuine pay link's path, with its signature.</summary>
    public Dictionary<string, string> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>KakaoPay's genuine answers, the last of each operation.</summary>
    public required Dictionary<string, JsonObject> KakaoPayAnswers { get; init; }

    /// <summary>What authenticates the chatbot.</summary>
    public required string SkillKey { get; init; }

    /// <summary>What may be in no message: keys and tokens.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Where links of the café begin.</summary>
    public required string PublicBaseUrl { get; init; }

    /// <summary>Makes and checks links.</summary>
    public required PayLinks PayLinks { get; init; }

    /// <summary>The names and ids of what can be ordered.</summary>
    public required IReadOnlySet<string> Menu { get; init; }

    /// <summary>The day of the orders, as <c>2026-11-23</c>.</summary>
    public required string Day { get; init; }

    /// <summary>The table's content.</summary>
    public required WorldItems Items { get; init; }

    /// <summary>The orders that there are, in a fixed order.</summary>
    public IReadOnlyList<WorldOrder> WithOrder =>
        [.. Orders.Values.Where(order => order.OrderId.Length > 0).OrderBy(order => order.Name, StringComparer.Ordinal)];

    /// <summary>The order that is so far.</summary>
    public WorldOrder this[string name] => Orders[name];

    /// <summary>Calls a function with an event.</summary>
    public Task<Stream> CallAsync(string function, byte[] input, TrialLog log) =>
        _functions[function](new MemoryStream(input, writable: false), new TrialContext(function, log));

    /// <summary>Calls a function outside of any trial; what it throws is thrown.</summary>
    public async Task<JsonObject> DoAsync(string function, JsonNode input)
    {
        await using var output = await CallAsync(function, Encoding.UTF8.GetBytes(input.ToJsonString()), new TrialLog());
        return (JsonObject)(await JsonNode.ParseAsync(output))!;
    }
}
