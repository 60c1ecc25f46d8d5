using System.Text;
using KakaoWorkflow.Tests.Support.Lambdas;

namespace KakaoWorkflow.Tests.Lambdas;

/// <summary>
/// Calls functions as the Lambda runtime does: made by the catalog from their environment, JSON in and JSON out. After each test
/// nothing that must stay secret may be in any line that they logged.
/// </summary>
public abstract class FunctionTest(DynoxideServer server) : CafeTest(server)
{
    /// <summary>What every phone number, token and user key of the tests has in it.</summary>
    private static readonly string[] PersonalTexts = ["SECRET", "5550", "555-0", "bot-user-key"];

    private readonly List<TestLambdaContext> _contexts = [];

    private protected IReadOnlyList<string> LogLines => [.. _contexts.SelectMany(context => context.Log.Lines)];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        string[] secrets = [.. PersonalTexts, .. TestSettings.Secrets, .. Stories.PgTokens];
        foreach (var line in LogLines)
            foreach (var secret in secrets)
                line.ShouldNotContain(secret);
        GC.SuppressFinalize(this);
    }

    private protected async Task<JsonObject> InvokeAsync(string function, string input)
    {
        var context = new TestLambdaContext(function);
        _contexts.Add(context);
        await using var output = await FunctionCatalog.Create(function, Cafe.Environment)(
            new MemoryStream(Encoding.UTF8.GetBytes(input)), context);
        return (JsonObject)JsonNode.Parse(output)!;
    }
}
