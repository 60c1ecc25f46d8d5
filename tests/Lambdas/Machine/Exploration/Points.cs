namespace KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

/// <summary>What is true of an order's points, as far as the execution can know.</summary>
internal enum Points
{
    /// <summary>None are held.</summary>
    Free,

    /// <summary>They may be held: the reservation's answer was lost.</summary>
    Possible,

    /// <summary>They are held.</summary>
    Held,

    /// <summary>They are burned by the commit or given back by the release.</summary>
    Settled,
}
