using System.Text.RegularExpressions;

namespace KakaoWorkflow.Emulator.Lambda;

/// <summary>How callers name a function: by name, partial ARN or full ARN, with or without a qualifier.</summary>
/// <param name="Region">The region of a full ARN, or null.</param>
/// <param name="AccountId">The account of an ARN, or null.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Qualifier">A version or alias, or null.</param>
internal sealed partial record FunctionIdentifier(string? Region, string? AccountId, string Name, string? Qualifier)
{
    /// <summary>Lambda's limit for all forms.</summary>
    public const int MaxLength = 170;

    /// <exception cref="LambdaServiceException"><c>ValidationException</c>: the text is none of the forms.</exception>
    public static FunctionIdentifier Parse(string text)
    {
        var match = text.Length <= MaxLength ? Form().Match(text) : Match.Empty;
        return match.Success
            ? new FunctionIdentifier(Part("region"), Part("account"), match.Groups["name"].Value, Part("qualifier"))
            : throw new LambdaServiceException("ValidationException", "FunctionName is not a function's name or ARN.", 400);

        string? Part(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
    }

    [GeneratedRegex(
        @"^((arn:aws[a-z-]*:lambda:(?<region>[a-z0-9-]+):)?(?<account>\d{12}):)?(function:)?(?<name>[A-Za-z0-9_-]{1,64})(:(?<qualifier>\$LATEST|[A-Za-z0-9_-]{1,128}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Form();
}
