using Amazon.Lambda.Core;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>A Lambda function as the runtime calls it: event in, result out, both as JSON.</summary>
/// <param name="input">The event.</param>
/// <param name="context">The invocation.</param>
/// <returns>The result; an exception makes it a function error whose type is the exception's class name.</returns>
public delegate Task<Stream> FunctionHandler(Stream input, ILambdaContext context);
