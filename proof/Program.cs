using KakaoWorkflow.Proof.Commands;


return await ProofCommand.RunAsync(args, new() { ProcessTerminationTimeout = null }, CancellationToken.None);
