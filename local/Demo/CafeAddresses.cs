namespace KakaoWorkflow.Local.Demo;

/// <summary>Where a running café is, and what opens it: all that a customer, its staff and KakaoPay's operator could know.</summary>
internal sealed record CafeAddresses
{
    /// <summary>The HTTP API: skills and pay links.</summary>
    public required Uri HttpApi { get; init; }

    /// <summary>The AWS endpoint.</summary>
    public required Uri Aws { get; init; }

    /// <summary>The KakaoPay simulator.</summary>
    public required Uri KakaoPay { get; init; }

    /// <summary>The key that skill calls carry.</summary>
    public required string SkillKey { get; init; }

    /// <summary>The key that KakaoPay calls carry.</summary>
    public required string KakaoPayKey { get; init; }

    /// <summary>The key from which member ids are made.</summary>
    public required string MemberIdKey { get; init; }

    /// <summary>The DynamoDB table.</summary>
    public required string TableName { get; init; }

    /// <summary>The order workflow.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The stack, whose name every function's name begins with.</summary>
    public required string StackName { get; init; }

    /// <summary>The region in ARNs.</summary>
    public required string Region { get; init; }
}
