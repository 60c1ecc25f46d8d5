namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>The bank says no; a final no is not to be asked again.</summary>
internal sealed class BankSaysNoException(string why, bool isFinal) : Exception(why)
{
    public bool IsFinal => isFinal;
}
