using System.Globalization;
using KakaoWorkflow.Emulator.Servers;

namespace KakaoWorkflow.Tests.Proof.Versions.Play;

/// <summary>The ports on which a café is served. Links and queue addresses carry them, so records are written without them.</summary>
/// <param name="Aws">The AWS endpoint.</param>
/// <param name="HttpApi">The HTTP API.</param>
/// <param name="KakaoPay">The KakaoPay simulator.</param>
internal sealed record CafePorts(int Aws, int HttpApi, int KakaoPay)
{
    /// <summary>Three that were free a moment ago.</summary>
    public static CafePorts Free()
    {
        using var aws = ReservedPort.Any();
        using var httpApi = ReservedPort.Any();
        using var kakaoPay = ReservedPort.Any();
        return new CafePorts(aws.Number, httpApi.Number, kakaoPay.Number);
    }

    /// <summary>A text with names in the place of these addresses.</summary>
    public string Hide(string text) =>
        Addresses.Aggregate(text, (hidden, address) => hidden.Replace(address.Address, address.Name, StringComparison.Ordinal));

    /// <summary>A text from <see cref="Hide"/> with these addresses.</summary>
    public string Show(string text) =>
        Addresses.Aggregate(text, (shown, address) => shown.Replace(address.Name, address.Address, StringComparison.Ordinal));

    private IEnumerable<(string Name, string Address)> Addresses => [("${Aws}", Of(Aws)), ("${HttpApi}", Of(HttpApi)), ("${KakaoPay}", Of(KakaoPay))];

    private static string Of(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
