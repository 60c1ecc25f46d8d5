namespace KakaoWorkflow.Emulator.StepFunctions.Language.States;

/// <summary>Passes its input, or a fixed result, on.</summary>
/// <param name="Name">Unique in the whole definition.</param>
internal sealed record PassState(string Name) : SequentialState(Name)
{
    /// <inheritdoc />
    public override string Type => "Pass";
}
