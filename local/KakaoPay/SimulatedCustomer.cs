using System.Net;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>A customer with a browser: opens payment pages and taps their buttons.</summary>
/// <param name="http">Must not follow redirects by itself (<c>AllowAutoRedirect = false</c>), since where a tap leads
/// is what it is asked for.</param>
internal sealed class SimulatedCustomer(HttpClient http)
{
    /// <summary>The most redirects on the way to a payment page.</summary>
    public const int MaxRedirects = 5;

    /// <summary>Follows a pay link to the payment page that it leads to.</summary>
    /// <param name="link">The page itself, or an address that redirects to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first address that does not redirect: the payment page, or, when the payment has ended, the shop's
    /// page for that.</returns>
    /// <exception cref="HttpRequestException">An address answered neither 200 nor a redirect, or there were more than
    /// <see cref="MaxRedirects"/>.</exception>
    public async Task<Uri> OpenAsync(Uri link, CancellationToken cancellationToken)
    {
        var address = link;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
                return address;
            address = Location(answer, address);
        }
        throw new HttpRequestException($"The link redirects more than {MaxRedirects} times.");
    }

    /// <summary>Opens the page and pays: authenticates, and returns to the shop.</summary>
    /// <param name="page">A payment page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="method"><c>MONEY</c> or <c>CARD</c>.</param>
    /// <returns>Where the browser is sent: the approval address with its <c>pg_token</c>, or the fail or cancel
    /// address. It has not been opened.</returns>
    public Task<Uri> PayAsync(Uri page, CancellationToken cancellationToken, string method = "MONEY") =>
        TapAsync(page, "pay", [KeyValuePair.Create("method", method)], cancellationToken);

    /// <summary>Opens the page and quits. Returns where the browser is sent, as <see cref="PayAsync"/> does.</summary>
    public Task<Uri> QuitAsync(Uri page, CancellationToken cancellationToken) =>
        TapAsync(page, "quit", [], cancellationToken);

    /// <summary>
    /// Opens the page and fails to authenticate. Returns where the browser is sent, as <see cref="PayAsync"/> does.
    /// </summary>
    public Task<Uri> FailAsync(Uri page, CancellationToken cancellationToken) =>
        TapAsync(page, "fail", [], cancellationToken);

    /// <summary>Opens the page and goes back to the shop without quitting; the payment can still be made.</summary>
    public Task<Uri> GoBackAsync(Uri page, CancellationToken cancellationToken) =>
        TapAsync(page, "back", [], cancellationToken);

    private async Task<Uri> TapAsync(
        Uri page, string button, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using (var opened = await http.GetAsync(page, cancellationToken))
            if (opened.StatusCode != HttpStatusCode.OK)
                return Location(opened, page);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(
            new Uri($"{page.GetLeftPart(UriPartial.Path)}/{button}"), form, cancellationToken);
        return Location(answer, page);
    }

    private static Uri Location(HttpResponseMessage answer, Uri from) =>
        (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location
            ? new Uri(from, location)
            : throw new HttpRequestException(
                $"The page answered HTTP {(int)answer.StatusCode}.", inner: null, answer.StatusCode);
}
