using System.Text.Json.Nodes;

namespace KakaoWorkflow.Tests.Local.Commands;

/// <summary>What a command said.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record CommandResult(int Code, string Out, string Errors)
{
    /// <summary>The output of a command that worked and prints JSON.</summary>
    public JsonObject Answer
    {
        get
        {
            (Code, Errors).ShouldBe((0, ""));
            return JsonNode.Parse(Out)!.AsObject();
        }
    }

    /// <summary>It refused, with one line that says what is wrong and no stack.</summary>
    public void ShouldRefuse(params string[] texts)
    {
        Code.ShouldBe(1, Out);
        foreach (var text in texts)
            Errors.ShouldContain(text);
        Errors.ShouldNotContain("   at ");
        Errors.ShouldNotContain("(Parameter ");
    }
}
