namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Where functions run.</summary>
internal interface IFunctionRunner : IAsyncDisposable
{
    /// <summary>Runs a function to its end, its failure or its time-out.</summary>
    /// <param name="call">The invocation; its function is one that this runner was made for.</param>
    /// <param name="cancellationToken">Stops waiting; the function may still run to its end.</param>
    /// <exception cref="LambdaServiceException">The function was not run.</exception>
    Task<LambdaInvocation> RunAsync(FunctionCall call, CancellationToken cancellationToken);
}
