using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Proof.Fuzzing;
using KakaoWorkflow.Proof.Fuzzing.Worlds;

namespace KakaoWorkflow.Tests.Proof.Fuzzing;

/// <summary>Runs the fuzzer on the tests' server.</summary>
public abstract class FuzzerTest(DynoxideServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected async Task<FuzzReport> RunAsync(FuzzOptions options, Func<string, FunctionEnvironment, FunctionHandler>? create = null)
    {
        var (builder, table) = await BuilderAsync(create);
        await using var _ = table;
        return await new Fuzzer(builder).RunAsync(options, null, Token);
    }

    /// <summary>Worlds on the tests' server, under names of their own.</summary>
    private protected async Task<(WorldBuilder Builder, TestTable Table)> BuilderAsync(Func<string, FunctionEnvironment, FunctionHandler>? create)
    {
        var table = await server.NewTableAsync(Token);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, table.Name)).FullName;
        return (new WorldBuilder(table.Address, folder, create, table.Name), table);
    }
}
