using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace KakaoWorkflow.Emulator.StepFunctions.Protocol;

/// <summary>The <c>nextToken</c> of the list operations: where the next page starts, and what list it belongs to.</summary>
internal static class PageToken
{
    /// <summary>The most entries of one page (AWS).</summary>
    public const int MaxResults = 1000;

    /// <summary>The entries of a page when the caller does not say (AWS).</summary>
    public const int DefaultResults = 100;

    private const int MaxLength = 1024;

    /// <summary>How many entries the caller wants.</summary>
    public static int Results(Request request) =>
        request.Number("maxResults", 0, MaxResults) is { } wanted and > 0 ? wanted : DefaultResults;

    /// <summary>The token of a page.</summary>
    /// <param name="list">What is listed; a token of another list is refused.</param>
    /// <param name="start">Where the page starts.</param>
    public static string Write(string list, long start) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{start}\n{list}")));

    /// <summary>Where the page that the caller asks for starts; null for the first one.</summary>
    /// <exception cref="AwsJson.AwsJsonException"><c>InvalidToken</c>.</exception>
    public static long? Read(Request request, string list)
    {
        const string name = "nextToken";
        if (request.Text(name, MaxLength, minLength: 1) is not { } token)
            return null;
        if (Base64Url.IsValid(token)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n', 2) is [var start, var of]
            && of == list
            && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return position;
        }
        throw StepFunctionsErrors.InvalidToken(name);
    }
}
