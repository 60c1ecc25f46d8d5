namespace KakaoWorkflow.Inspecting;

/// <summary>What an order waits for.</summary>
public enum WaitsFor
{
    /// <summary>The workflow's next step.</summary>
    Workflow,

    /// <summary>The customer, who has to pay.</summary>
    Payment,

    /// <summary>A person, since a step failed for good.</summary>
    Person,

    /// <summary>A refund that is under way.</summary>
    Refund,

    /// <summary>The last look at its money, after KakaoPay's time for an approval is over.</summary>
    MoneyCheck,

    /// <summary>The board, which has not heard of it yet.</summary>
    Board,

    /// <summary>Somebody who makes it.</summary>
    Barista,

    /// <summary>The customer, who has to fetch it.</summary>
    PickUp,
}
