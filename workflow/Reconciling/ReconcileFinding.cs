using System.Text.Json.Serialization;

namespace KakaoWorkflow.Reconciling;

/// <summary>What the reconciler found and did about an order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReconcileFinding>))]
public enum ReconcileFinding
{
    /// <summary>It moves, or somebody else has repaired it; nothing was done.</summary>
    Moving,

    /// <summary>A callback or withdrawal had not reached its execution: the message was sent again.</summary>
    CallbackSentAgain,

    /// <summary>No execution carries it on and no money was captured: its points are released.</summary>
    Released,

    /// <summary>No execution carries it on and money was captured: the money went back, then the points.</summary>
    RefundedAndReleased,

    /// <summary>It had ended, and KakaoPay kept nothing: the last look is done.</summary>
    NoLateMoney,

    /// <summary>It had ended, and an approval took effect afterwards: the money went back.</summary>
    LateMoneyRefunded,

    /// <summary>It was paid and the café had not heard of it: it is on the board.</summary>
    PutOnBoard,

    /// <summary>A refund had stopped half-way: it is settled.</summary>
    RefundSettled,

    /// <summary>It waits for an operator, and its execution for the resume.</summary>
    AwaitsOperator,

    /// <summary>It cannot be repaired by rule; somebody must look.</summary>
    NeedsPerson,

    /// <summary>
    /// Not known yet, since somebody did not answer or another one was at it; the next run looks again. What a person has known of for
    /// <see cref="Paying.DoubtTerms.Patience"/>, and a refund that waits for a person, is asked about each
    /// <see cref="Paying.DoubtTerms.AskingInterval"/>.
    /// </summary>
    InDoubt,
}
