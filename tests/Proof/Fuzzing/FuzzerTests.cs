using System.Text;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Proof.Fuzzing;
using KakaoWorkflow.Proof.Fuzzing.Inputs;
using KakaoWorkflow.Proof.Fuzzing.Judging;
using KakaoWorkflow.Proof.Fuzzing.Targets;
using KakaoWorkflow.Proof.Fuzzing.Worlds;
using KakaoWorkflow.Tests.Support.Cafes;

namespace KakaoWorkflow.Tests.Proof.Fuzzing;

/// <summary>A cut of the fuzzer's run, and that the fuzzer can fail.</summary>
public sealed class FuzzerTests(DynoxideServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Inputs_OfEveryKind_BreakNothingAndWriteNothing()
    {
        var report = await RunAsync(new FuzzOptions { Inputs = 4_000, Seed = 7 });

        report.Findings.ShouldBeEmpty(string.Join('\n', report.Findings.Take(5)));
        report.ToString().ShouldEndWith("4000 inputs, 0 unhandled, 0 writes from refused input");
        report.Accepted.ShouldBeInRange(200, 2_500);
        foreach (var kind in Enum.GetValues<MutationKind>())
            report.Count(kind).ShouldBeGreaterThan(10, $"{kind} is rare");
    }

    [Fact]
    public async Task Inputs_OfTheSameSeedAndNumber_AreTheSameInEveryWorld()
    {
        var (builder, table) = await BuilderAsync(null);
        await using var _ = table;
        var (one, other) = (await builder.BuildAsync(1, Token), await builder.BuildAsync(2, Token));
        var inputs = Enumerable.Range(1, 500).Select(number => Create(one, 3, number)).ToList();
        inputs.ShouldBe(Enumerable.Range(1, 500).Select(number => Create(other, 3, number)));
        inputs.Intersect(Enumerable.Range(1, 500).Select(number => Create(one, 4, number))).Count().ShouldBeLessThan(50);
    }

    [Fact]
    public async Task Function_ThatThrows_IsFoundAndFoundAgainByItsNumber()
    {
        var options = new FuzzOptions { Inputs = 300, Workers = 1 };
        var report = await RunAsync(options, Broken("OrderStatus", (_, _) => throw new InvalidOperationException("It broke.")));
        report.IsClean.ShouldBeFalse();
        report.Count(ProblemKind.Unhandled).ShouldBeGreaterThan(5);
        var finding = report.Findings[0];
        finding.ToString().ShouldContain($"fuzz --seed 1 --only {finding.Number}");
        finding.ToString().ShouldContain("It broke.");

        var again = await RunAsync(options with { Only = finding.Number }, Broken("OrderStatus", (_, _) => throw new InvalidOperationException("It broke.")));
        again.Inputs.ShouldBe(1);
        again.Findings.ShouldHaveSingleItem().Input.ShouldBe(finding.Input);
    }

    [Fact]
    public async Task Function_ThatWritesBeforeItLooks_IsFound()
    {
        var report = await RunAsync(
            new FuzzOptions { Inputs = 300, Workers = 1 },
            (handler, environment) =>
            {
                var genuine = FunctionCatalog.Create(handler, environment);
                return handler != "PointBalance" ? genuine : async (input, context) =>
                {
                    await WriteAsync(environment);
                    return await genuine(input, context);
                };
            });
        report.Count(ProblemKind.Write).ShouldBeGreaterThan(5);
        report.Findings.ShouldAllBe(finding => finding.Function == "PointBalance" && finding.Problem.Kind == ProblemKind.Write);
    }

    [Fact]
    public async Task Function_ThatBelievesAnything_IsFound()
    {
        var report = await RunAsync(
            new FuzzOptions { Inputs = 1_500, Workers = 1 },
            Broken("ResolvePayment", (_, _) => Task.FromResult<Stream>(new MemoryStream("""{"aid":null,"amountWon":12500}"""u8.ToArray()))));
        report.Findings.ShouldNotBeEmpty();
        report.Findings.ShouldAllBe(finding => finding.Function == "ResolvePayment" && finding.Problem.Detail.Contains("taken for paid"));
    }

    private static string Create(FuzzWorld world, ulong seed, int number)
    {
        var random = FuzzRandom.Of(seed, number);
        var input = FuzzTargets.Choose(random).Create(random, world);
        return $"{input.Function} {input.Kind} {Encoding.UTF8.GetString(input.Event)} {Convert.ToBase64String(input.Shown ?? [])}";
    }

    private static Func<string, FunctionEnvironment, FunctionHandler> Broken(string function, FunctionHandler broken) =>
        (handler, environment) => handler == function ? broken : FunctionCatalog.Create(handler, environment);

    private static async Task WriteAsync(FunctionEnvironment environment)
    {
        using var http = new HttpClient(environment.HttpMessageHandlers!("dynamodb"), disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, environment.Required("AWS_ENDPOINT_URL_DYNAMODB"));
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.PutItem");
        request.Content = new StringContent("""{"TableName":"none","Item":{"PK":{"S":"a"},"SK":{"S":"b"}}}""");
        using var answer = await http.SendAsync(request, Token);
    }

    private async Task<FuzzReport> RunAsync(FuzzOptions options, Func<string, FunctionEnvironment, FunctionHandler>? create = null)
    {
        var (builder, table) = await BuilderAsync(create);
        await using var _ = table;
        return await new Fuzzer(builder).RunAsync(options, null, Token);
    }

    /// <summary>Worlds on the tests' server, under names of their own.</summary>
    private async Task<(WorldBuilder Builder, TestTable Table)> BuilderAsync(Func<string, FunctionEnvironment, FunctionHandler>? create)
    {
        var table = await server.NewTableAsync(Token);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, table.Name)).FullName;
        return (new WorldBuilder(table.Address, folder, create, table.Name), table);
    }
}
