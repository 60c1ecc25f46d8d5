namespace KakaoWorkflow.KakaoPay;

/// <summary>What a payment's status means for the order.</summary>
public enum PaymentStatusClass
{
    /// <summary>
    /// Nothing is captured yet. Also the class of a status that is not known, which may mean anything: see
    /// <see cref="PaymentStatus.IsKnown"/>.
    /// </summary>
    Pending,

    /// <summary>The whole amount is captured.</summary>
    Paid,

    /// <summary>The amount is captured and a part of it given back.</summary>
    PartlyCancelled,

    /// <summary>All of what was captured is given back.</summary>
    Cancelled,

    /// <summary>Nothing was captured, and nothing will be.</summary>
    Failed,
}
