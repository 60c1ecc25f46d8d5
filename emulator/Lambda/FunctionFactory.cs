using Amazon.Lambda.Core;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>Makes an instance of a function: what runs once, at a cold start.</summary>
/// <param name="function">The function, its variables complete.</param>
/// <returns>The handler; it serves several invocations at once.</returns>
internal delegate Func<Stream, ILambdaContext, Task<Stream>> FunctionFactory(FunctionConfiguration function);
