using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Proof.Fuzzing;
using KakaoWorkflow.Proof.Fuzzing.Judging;

namespace KakaoWorkflow.Tests.Proof.Fuzzing;

/// <summary>The fuzzer can fail: it finds a function that is wrong.</summary>
public sealed class BrokenFunctionTests(DynoxideServer server) : FuzzerTest(server)
{
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
}
