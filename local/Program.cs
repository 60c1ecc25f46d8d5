using KakaoWorkflow.Local.Commands;

return await LocalCommand.Create().Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
