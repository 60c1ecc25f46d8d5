namespace KakaoWorkflow.Emulator.Randomness;

/// <summary>The only source of randomness, so that a test can replay a run from its seed.</summary>
public interface IRandomSource
{
    /// <summary>Fills the whole span with random bytes. Safe to call from several threads.</summary>
    void Fill(Span<byte> bytes);
}
