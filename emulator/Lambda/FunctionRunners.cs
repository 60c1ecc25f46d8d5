namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Functions of this process beside functions that are processes.</summary>
/// <param name="here">Runs those of this process.</param>
/// <param name="processes">Runs the others; null where there are none.</param>
internal sealed class FunctionRunners(IFunctionRunner here, ProcessLambda? processes) : IFunctionRunner
{
    /// <inheritdoc />
    public Task<LambdaInvocation> RunAsync(FunctionCall call, CancellationToken cancellationToken) =>
        (processes?.Runs(call.Function.Name) == true ? processes : here).RunAsync(call, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (processes is not null)
            await processes.DisposeAsync();
        await here.DisposeAsync();
    }
}
