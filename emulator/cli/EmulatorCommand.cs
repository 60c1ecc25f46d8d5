using System.CommandLine;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Storage;

namespace KakaoWorkflow.Emulator.Cli;

/// <summary>The command line: deploys a SAM template on this machine and serves it until it is stopped.</summary>
internal static class EmulatorCommand
{
    private const int Failure = 1;

    /// <summary>Runs a command line.</summary>
    /// <returns>0 when it was stopped; 1 when the command line is wrong, or it could not start.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        configuration.EnableDefaultExceptionHandler = false;
        var options = new EmulatorArguments();
        var root = new RootCommand("Deploys a SAM template on 127.0.0.1: Step Functions, SQS, Lambda, HTTP API, event sources, DynamoDB.");
        foreach (var option in options.All)
            root.Add(option);
        root.SetAction(async (parsed, stopping) =>
        {
            using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
            await ServeAsync(options.Read(parsed) with { Loggers = loggers }, configuration.Output, stopping);
        });
        try
        {
            return await root.Parse(arguments).InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception error) when (IsForTheUser(error))
        {
            await configuration.Error.WriteLineAsync(error.Message);
            return Failure;
        }
    }

    private static async Task ServeAsync(EmulatedAwsOptions options, TextWriter output, CancellationToken stopping)
    {
        await using var aws = await EmulatedAws.StartAsync(options, stopping);
        await output.WriteLineAsync($"AWS endpoint  {aws.Addresses.Aws}   (--endpoint-url)");
        await output.WriteLineAsync($"HTTP API      {aws.Addresses.HttpApi}");
        var stopped = new TaskCompletionSource();
        await using (stopping.Register(stopped.SetResult))
            await stopped.Task;
    }

    /// <summary>Failures whose message says all that there is to say.</summary>
    private static bool IsForTheUser(Exception error) => error is
        TemplateException or DataFolderInUseException or DataFolderUnusableException or NewerFormatException or PortInUseException
        or DynoxideNotStartedException or IOException or UnauthorizedAccessException;
}
