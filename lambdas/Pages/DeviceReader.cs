using System.Text.RegularExpressions;

namespace KakaoWorkflow.Lambdas.Pages;

/// <summary>Tells devices by what browsers say of themselves, in any case.</summary>
internal static partial class DeviceReader
{
    /// <param name="chosen">What the customer chose: <c>mobile</c> or <c>pc</c>; anything else is no choice.</param>
    /// <param name="userAgent">The browser's own words; null or empty for a client that is no browser.</param>
    public static Device Read(string? chosen, string? userAgent) => (chosen, userAgent) switch
    {
        ("mobile", _) => Device.Mobile,
        ("pc", _) => Device.Pc,
        (_, null or "") => Device.Pc,
        (_, { } agent) when Mobile().IsMatch(agent) => Device.Mobile,
        (_, { } agent) when TabletOrComputer().IsMatch(agent) => Device.Unknown,
        _ => Device.Pc,
    };

    /// <remarks>CriOS and its like are browsers of iPads, also where they ask for pages as a Mac does.</remarks>
    [GeneratedRegex("mobi|android|iphone|ipad|ipod|tablet|kakaotalk|crios|fxios|edgios|silk/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Mobile();

    /// <remarks>Safari on an iPad calls itself a Mac's, and Android's browsers call themselves Linux's when they ask for a PC's page.</remarks>
    [GeneratedRegex("macintosh(?!.*(?:chrome|firefox|edg)/)|x11; linux", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex TabletOrComputer();
}
