namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Ends its branch with success.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal sealed record SucceedState(string Name) : State(Name)
{
    /// <inheritdoc />
    public override string Type => "Succeed";
}
