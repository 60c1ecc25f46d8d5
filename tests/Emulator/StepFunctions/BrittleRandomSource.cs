namespace KakaoWorkflow.Tests.Emulator.StepFunctions;

/// <summary>Randomness that a test can break, so that a step throws something that no rule of the language foresees.</summary>
internal sealed class BrittleRandomSource : IRandomSource
{
    public const string Message = "The randomness is gone.";

    private readonly SystemRandomSource _random = new();

    public bool IsBroken { get; set; }

    public void Fill(Span<byte> bytes)
    {
        if (IsBroken)
            throw new InvalidOperationException(Message);
        _random.Fill(bytes);
    }
}
