using KakaoWorkflow.Emulator.Cli;

return await EmulatorCommand.RunAsync(args, new() { ProcessTerminationTimeout = null }, CancellationToken.None);
