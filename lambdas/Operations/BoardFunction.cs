using KakaoWorkflow.Board;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>The café's order board; its rules are in <see cref="ReadBoard"/>. It only reads.</summary>
internal static class BoardFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var board = new ReadBoard(services.Table, services.Time);
        return JsonFunction.Of<EmptyCall, BoardPage>((_, _) => board.RunAsync());
    }
}
