namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>The bank does not answer.</summary>
internal sealed class BankSilentException() : Exception("the bank does not answer");
