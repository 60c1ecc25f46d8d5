using KakaoWorkflow.Local.Commands;




return await LocalCommand.RunAsync(args, new() { ProcessTerminationTimeout = null }, CancellationToken.None);
