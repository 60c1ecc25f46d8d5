using System.CommandLine;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Local.Commands;
using KakaoWorkflow.Proof.Fuzzing;
using KakaoWorkflow.Proof.Fuzzing.Worlds;
using KakaoWorkflow.Proof.Progress;

namespace KakaoWorkflow.Proof.Commands;

/// <summary>Tries hostile input on every function, on data of its own.</summary>
internal static class FuzzCommand
{
    public static Command Create(HostArguments host)
    {
        var fuzz = new FuzzArguments();
        var command = new Command("fuzz", "Tries hostile input on every function, on data of its own: nothing may break, nothing may be written.");
        foreach (var option in fuzz.All)
            command.Add(option);
        command.SetAction((arguments, cancellationToken) => host.WithOwnDataAsync(
            arguments, 1, settings => RunAsync(settings, fuzz.Read(arguments), cancellationToken)));
        return command;
    }

    /// <returns>0 when everything was handled as it must be, 1 otherwise.</returns>
    private static async Task<int> RunAsync(HostSettings settings, FuzzOptions options, CancellationToken cancellationToken)
    {
        using var loggers = HostLogging.Create(settings.LogLevel);
#pragma warning disable RS0030 // the composition root names the system's clock
        var time = TimeProvider.System;
#pragma warning restore RS0030
        var started = time.GetTimestamp();
        var folder = Directory.CreateDirectory(Path.Combine(settings.Options.DataFolder, "fuzz")).FullName;
        await using var server = settings.Options.DynamoDbEndpoint is null
            ? await Dynoxide.StartAsync(settings.Options.DynamoDbProgram, Path.Combine(folder, "dynamodb.db"), time, loggers.CreateLogger<Dynoxide>())
            : null;
        var worlds = new WorldBuilder(settings.Options.DynamoDbEndpoint ?? server!.Address, folder);
        var progress = LongRun.OnConsole("fuzz", "inputs", time);
        var report = await progress.ShowAsync(() => new Fuzzer(worlds).RunAsync(options, progress.Count, cancellationToken));
        foreach (var finding in report.Findings)
            Console.WriteLine(finding);
        Console.WriteLine(report);
        Console.WriteLine($"seed {options.Seed}, {time.GetElapsedTime(started).TotalSeconds:0.0} s");
        return report.IsClean ? 0 : 1;
    }
}
