using KakaoWorkflow.Bench;





// Each benchmark prints what it measured, on what, and its ratio to a named peer in the same run.
#pragma warning disable RS0030 // the composition root names the system's clock
var time = TimeProvider.System;
#pragma warning restore RS0030
switch (args)
{
    case ["engine", .. var rest] when Count(rest, 5_000) is { } executions:
        await EngineThroughput.RunAsync(executions, time);
        return 0;
    case ["orders", .. var rest] when Count(rest, 1_000) is { } orders:
        await OrderThroughput.RunAsync(orders, time);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project bench -- engine [executions] | orders [orders]   (1 to 1000000)");
        return 1;
}

static int? Count(string[] rest, int defaultCount) => rest switch
{
    [] => defaultCount,
    [var text] when int.TryParse(text, out var count) && count is >= 1 and <= 1_000_000 => count,
    _ => null,
};
