using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity
{
    /// <summary>Reads the header's document; null without one.</summary>
    public static CognitoIdentity Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity(
            document.RootElement.TextOrNull("cognitoIdentityId"), document.RootElement.TextOrNull("cognitoIdentityPoolId"));
    }
}
