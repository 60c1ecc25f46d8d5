namespace Amazon.Lambda.Core;

/// <summary>What a caller sent along as client context. Invocations by AWS services have none.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    IDictionary<string, string> Custom { get; }
}
