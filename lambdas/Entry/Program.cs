using System.Security.Cryptography;
using Amazon.Lambda.RuntimeSupport;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;

// One executable holds all functions; _HANDLER, which Lambda sets from the template's Handler, picks one.
#pragma warning disable RS0030 // the composition root names the system's clock and randomness
var environment = new FunctionEnvironment(Environment.GetEnvironmentVariable, TimeProvider.System, RandomNumberGenerator.Fill);
#pragma warning restore RS0030

FunctionHandler? function = null;
using var bootstrap = LambdaBootstrapBuilder
    .Create((Stream input, Amazon.Lambda.Core.ILambdaContext context) => function!(input, context))
    .UseBootstrapHandler(() =>
    {
        function = FunctionCatalog.Create(environment.Required("_HANDLER"), environment);
        return Task.FromResult(true);
    })
    .Build();
await bootstrap.RunAsync();
