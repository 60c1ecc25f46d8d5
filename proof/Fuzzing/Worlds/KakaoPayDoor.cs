using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Proof.Fuzzing.Running;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>The way to KakaoPay: to the simulator while a world is set up, and in a trial to what the trial answers.</summary>
/// <param name="simulator">Where the simulator is.</param>
internal sealed class KakaoPayDoor(Uri simulator) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    /// <summary>Where the functions are told that it is, so that no port of a run comes into an input.</summary>
    public const string Address = "http://127.0.0.1:3/";

    /// <summary>The genuine answers: the last of each operation.</summary>
    public Dictionary<string, JsonObject> Genuine { get; } = new(StringComparer.Ordinal);

    /// <summary>An address as this machine finds it.</summary>
    public Uri Real(string address) => new(address.Replace(Address, simulator.ToString(), StringComparison.Ordinal));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = WatchedHandler.OperationOf(request);
        if (Trial.Current is { } trial)
            return Reply(trial, operation, request);

        request.RequestUri = Real(request.RequestUri!.ToString());
        var answer = await base.SendAsync(request, cancellationToken);
        // App addresses hold it within another address, escaped.
        var text = (await answer.Content.ReadAsStringAsync(cancellationToken))
            .Replace(simulator.ToString(), Address, StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(simulator.ToString()), Uri.EscapeDataString(Address), StringComparison.Ordinal);
        if (answer.IsSuccessStatusCode)
            Genuine[operation] = (JsonObject)JsonNode.Parse(text)!;
        answer.Content = new StringContent(text, Encoding.UTF8, "application/json");
        return answer;
    }

    private static HttpResponseMessage Reply(Trial trial, string operation, HttpRequestMessage request)
    {
        request.Options.TryGetValue(WatchedHandler.CallKey, out var call);
        var reply = trial.KakaoPay(operation, (string?)JsonNode.Parse(call!.Body)!["tid"] ?? "");
        call.Reply = reply;
        if (reply.Status == 0)
            throw new HttpRequestException("The connection broke.");
        var answer = new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = new ByteArrayContent(reply.Body) };
        if (reply.ContentType is not null)
            answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(reply.ContentType);
        return answer;
    }
}
