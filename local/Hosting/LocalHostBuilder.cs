using KakaoWorkflow.Emulator;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.Hosting;

/// <summary>Puts a host together: KakaoPay's simulator first, then the emulated AWS, which deploys the café and lets executions go on.</summary>
internal sealed class LocalHostBuilder(LocalHostOptions options, Lifetimes lifetimes)
{
#pragma warning disable RS0030 // the composition root names the system's clock
    private readonly TimeProvider _time = options.Time ?? TimeProvider.System;
#pragma warning restore RS0030

    public async Task<LocalHost> StartAsync(CancellationToken cancellationToken)
    {
        var emulated = Emulated(options);
        var premises = lifetimes.Add(await Premises.OpenAsync(emulated, KakaoPaySimulator.Schema));
        var kakaoPayPort = premises.Reserve("kakaoPay", options.KakaoPayPort);
        var kakaoPay = await KakaoPayAsync(premises);
        lifetimes.Add(await LoopbackServer.StartAsync(kakaoPayPort, app => app.MapKakaoPay(kakaoPay), options.Loggers));

        emulated = emulated with { Parameters = LocalParameters.For(options, premises.HttpApiPort.Address, kakaoPayPort.Address) };
        var aws = lifetimes.Add(await EmulatedAws.StartAsync(emulated, premises, cancellationToken));
        return new LocalHost(lifetimes)
        {
            Addresses = new LocalAddresses(aws.Addresses.Aws, aws.Addresses.HttpApi, kakaoPayPort.Address, aws.Addresses.DynamoDb!),
            Aws = aws,
            KakaoPay = kakaoPay,
        };
    }

    /// <summary>The café's part of what the emulator needs to know; the parameters are not in it.</summary>
    public static EmulatedAwsOptions Emulated(LocalHostOptions options) => new()
    {
        TemplatePath = options.TemplatePath,
        CreateFunction = function => Create(options, function),
        DataFolder = options.DataFolder,
        Time = options.Time,
        WaitScale = options.WaitScale,
        AccountId = options.AccountId,
        Region = options.Region,
        StackName = LocalHostOptions.StackName,
        AwsPort = options.AwsPort,
        HttpApiPort = options.HttpApiPort,
        DynamoDbEndpoint = options.DynamoDbEndpoint,
        DynamoDbProgram = options.DynamoDbProgram,
        LambdaEndpoint = options.LambdaEndpoint,
        ServiceCalls = options.HttpMessageHandlers?.Invoke(LocalHostOptions.StateMachine, "sqs"),
        Random = options.Random,
        Loggers = options.Loggers,
    };

    /// <summary>What the template makes of these addresses; the functions' variables are complete, secrets included.</summary>
    public static Stack ReadStack(LocalHostOptions options, LocalAddresses addresses, SecretFile secrets)
    {
        var parameters = LocalParameters.For(options, addresses.HttpApi, addresses.KakaoPay);
        var reader = new StackReader(Emulated(options) with { Parameters = parameters }, addresses.Aws, addresses.HttpApi);
        return reader.Complete(reader.Read(), addresses.DynamoDb, secrets);
    }

    private Task<KakaoPaySimulator> KakaoPayAsync(Premises premises)
    {
        var contract = new KakaoPaySimulatorOptions { SecretKey = new Credential(premises.Secrets.Value(LocalParameters.KakaoPaySecretKey)) };
        if (options.PaymentSeconds is { } seconds)
            contract = contract with { PaymentSeconds = seconds };
        return KakaoPaySimulator.OpenAsync(premises.Database, contract, _time, options.Random, options.Loggers.CreateLogger<KakaoPaySimulator>());
    }

    private static EmulatedFunction Create(LocalHostOptions options, FunctionDescription function)
    {
        if (options.Lambda == LambdaMode.Process)
        {
            return options.Gateway is null
                ? Bootstrap()
                : throw new ArgumentException("A gateway of this process cannot serve functions that run in others.", nameof(options));
        }
#pragma warning disable RS0030 // the composition root names the system's clock
        var time = options.Time ?? TimeProvider.System;
#pragma warning restore RS0030
        Func<string, HttpMessageHandler>? handlers = options.HttpMessageHandlers is { } create ? service => create(function.Handler, service) : null;
        return EmulatedFunction.OfStart(() => FunctionCatalog.Create(
            function.Handler, new FunctionEnvironment(function.Variables.GetValueOrDefault, time, options.Random.Fill, handlers, options.Gateway)).Invoke);
    }

    /// <summary><c>bootstrap.dll</c>, the executable of <c>lambdas/</c>, which the build puts beside this program.</summary>
    private static EmulatedFunction Bootstrap() => EmulatedFunction.OfProgram(
        AppContext.BaseDirectory,
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "bootstrap.dll"));
}
