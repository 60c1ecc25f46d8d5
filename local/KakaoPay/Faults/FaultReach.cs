namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>How far a call gets before it is answered.</summary>
public enum FaultReach
{
    /// <summary>It does what it is for.</summary>
    Effect,

    /// <summary>It does nothing.</summary>
    Nothing,

    /// <summary>It makes the payment fail.</summary>
    Failure,
}
