using KakaoWorkflow.Tests.Support.Clocks;

namespace KakaoWorkflow.Tests.Emulator.Lambda;

/// <summary>Functions and services for tests.</summary>
internal static class Functions
{
    public static FunctionConfiguration Named(string name, int timeoutSeconds = 3) => new(
        name,
        name,
        $"arn:aws:lambda:ap-northeast-2:000000000000:function:{name}",
        name,
        timeoutSeconds,
        128,
        new Dictionary<string, string>());

    public static LambdaOptions OptionsOf(IReadOnlyList<FunctionConfiguration> functions) => new("ap-northeast-2", "000000000000", functions);

    public static FunctionCall Call(FunctionConfiguration function, string payload = "{}") =>
        new(function, function.Arn, "request-1", "Root=1-0-0;Sampled=0", Encoding.UTF8.GetBytes(payload));

    public static LambdaService Service(IFunctionRunner runner, ILambdaInvoker? remote, params FunctionConfiguration[] functions) => new(
        OptionsOf(functions), runner, remote, new SeededRandomSource(1), RealTime.Clock, NullLogger<LambdaService>.Instance);

    public static string Text(this LambdaInvocation answer) => Encoding.UTF8.GetString(answer.Payload.Span);
}
