using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// KakaoPay's single payment API. Each method is one HTTP call and never repeats it: only the caller knows whether a
/// repeat is safe.
/// </summary>
/// <remarks>
/// Besides what each method names, all of them throw <see cref="KakaoPayRefusedException"/> for an error document,
/// <see cref="KakaoPayUnansweredException"/> when nothing is known, <see cref="ArgumentException"/> (before anything is
/// sent) for a request outside the documented limits, and <see cref="OperationCanceledException"/> only when the
/// caller's own token was signalled; then, too, nothing is known.
/// </remarks>
public sealed class KakaoPayClient
{
    /// <summary>The longest answer that is read.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    private const int MaxErrorMessageLength = 300;
    private const int MaxPathLength = 100;

    private readonly HttpClient _http;
    private readonly KakaoPayOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Takes the parts; the HTTP client stays the caller's.</summary>
    /// <param name="http">Sends the requests. Its own time-out should be the longer one; its base address is not
    /// used.</param>
    /// <param name="options">The contract.</param>
    /// <param name="time">Counts <see cref="KakaoPayOptions.TimeoutSeconds"/>.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public KakaoPayClient(HttpClient http, KakaoPayOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        (_http, _options, _time) = (http, options, time);
        Cid = options.Cid;
    }

    /// <summary>The shop's code that a payment is prepared with; it is kept with the order.</summary>
    public string Cid { get; }

    /// <summary>
    /// Prepares a payment. When the answer is lost, prepare another: the lost one can never be paid, since nobody knows
    /// its addresses.
    /// </summary>
    /// <remarks>An answer with addresses that no customer may be sent to (other than HTTPS) counts as none.</remarks>
    public Task<ReadyResponse> ReadyAsync(ReadyRequest request, CancellationToken cancellationToken) =>
        CallAsync(
            "ready", request, KakaoPayJson.Default.ReadyRequest, KakaoPayJson.Default.ReadyResponse, cancellationToken);

    /// <summary>
    /// Takes the money. When the answer is lost or leaves doubt, ask <see cref="OrderAsync(string, string?, CancellationToken)"/> before anything else.
    /// </summary>
    public async Task<ApproveResponse> ApproveAsync(ApproveRequest request, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "approve",
            request,
            KakaoPayJson.Default.ApproveRequest,
            KakaoPayJson.Default.ApproveResponse,
            cancellationToken);
        RequireSame("approve", "tid", request.Tid, answer.Tid);
        RequireSame("approve", "partner_order_id", request.PartnerOrderId, answer.PartnerOrderId);
        return answer;
    }

    /// <summary>Asks about a transaction of the configured shop's code.</summary>
    public Task<OrderResponse> OrderAsync(string tid, CancellationToken cancellationToken) => OrderAsync(tid, cid: null, cancellationToken);

    /// <summary>
    /// Asks what KakaoPay knows of a transaction (<c>POST /online/v1/payment/order</c>). It changes nothing.
    /// </summary>
    /// <param name="tid">The transaction id that <c>ready</c> answered.</param>
    /// <param name="cid">The shop's code that it was prepared with; null for the configured one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<OrderResponse> OrderAsync(string tid, string? cid, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "order",
            new OrderRequest(tid) { Cid = cid },
            KakaoPayJson.Default.OrderRequest,
            KakaoPayJson.Default.OrderResponse,
            cancellationToken);
        RequireSame("order", "tid", tid, answer.Tid);
        return answer;
    }

    /// <summary>
    /// Gives money back. When the answer is lost, ask <see cref="OrderAsync(string, string?, CancellationToken)"/> before a repeat, and guard it by
    /// <see cref="CancelRequest.CancelAvailableWon"/>.
    /// </summary>
    public async Task<CancelResponse> CancelAsync(CancelRequest request, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            "cancel",
            request,
            KakaoPayJson.Default.CancelRequest,
            KakaoPayJson.Default.CancelResponse,
            cancellationToken);
        RequireSame("cancel", "tid", request.Tid, answer.Tid);
        return answer;
    }

    private async Task<TAnswer> CallAsync<TRequest, TAnswer>(
        string operation,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken)
        where TRequest : KakaoPayRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var cid = request.Cid ?? _options.Cid;
        // The secret belongs to the configured code: another one's is not known any more.
        var signed = (TRequest)(request with { Cid = cid, CidSecret = cid == _options.Cid ? _options.CidSecret?.ToCredential() : null });
        var (status, body) = await SendAsync(
            operation, JsonSerializer.SerializeToUtf8Bytes(signed, requestType), cancellationToken);
        if (status is >= 200 and < 300)
            return Read(operation, status, body, answerType);
        throw status is < 400 or >= 500
            ? new KakaoPayUnansweredException(operation, $"answered HTTP {status}.", status)
            : Refusal(operation, status, body, request);
    }

    private async Task<(int Status, byte[] Body)> SendAsync(
        string operation, byte[] body, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var message = new HttpRequestMessage(
            HttpMethod.Post, new Uri(_options.BaseUrl, $"/online/v1/payment/{operation}"));
        message.Headers.Authorization = new AuthenticationHeaderValue("SECRET_KEY", _options.SecretKey.Reveal());
        message.Content =
            new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await answer.Content.LoadIntoBufferAsync(MaxAnswerBytes, either.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KakaoPayUnansweredException(
                operation, $"gave no answer within {_options.TimeoutSeconds} s.", inner: error);
        }
        catch (HttpRequestException error)
        {
            throw new KakaoPayUnansweredException(
                operation, $"the connection failed ({error.HttpRequestError}).", inner: error);
        }
        catch (IOException error)
        {
            throw new KakaoPayUnansweredException(
                operation, "the connection failed while the answer came in.", inner: error);
        }
    }

    private KakaoPayRefusedException Refusal(string operation, int status, byte[] body, KakaoPayRequest request)
    {
        var document = Read(operation, status, body, KakaoPayJson.Default.KakaoPayErrorDocument);
        return new KakaoPayRefusedException(
            operation,
            status,
            document.ErrorCode,
            Clean(document.ErrorMessage, request),
            document.Extras?.MethodResultCode is { Length: > 0 } code ? Clean(code, request) : null);
    }

    private static T Read<T>(string operation, int status, byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, type)
                ?? throw new KakaoPayUnansweredException(operation, $"answered HTTP {status} with null.", status);
            return (answer as IKakaoPayAnswer)?.WrongField() is { } field
                ? throw new KakaoPayUnansweredException(
                    operation, $"answered HTTP {status} with something else than its API documents, at {field}.", status)
                : answer;
        }
        catch (JsonException error)
        {
            throw new KakaoPayUnansweredException(
                operation,
                $"answered HTTP {status} with something else than its API documents, at {Shown(error.Path)}.",
                status,
                error);
        }
    }

    /// <summary>The path may be made of names that the answer brought: it is shown only while it is short and plain.</summary>
    private static string Shown(string? path) =>
        path is { Length: > 0 and <= MaxPathLength } && path.All(character => character is > ' ' and <= '~') ? path : "$";

    private static void RequireSame(string operation, string field, string asked, string answered)
    {
        if (asked != answered)
            throw new KakaoPayUnansweredException(
                operation, $"answered for another {field} than the one asked for.", 200);
    }

    private string Clean(string? text, KakaoPayRequest request)
    {
        var clean = (text ?? "").Replace(_options.SecretKey.Reveal(), "***", StringComparison.Ordinal);
        if (_options.CidSecret is not null)
            clean = clean.Replace(_options.CidSecret.Reveal(), "***", StringComparison.Ordinal);
        if (request is ApproveRequest approve)
            clean = clean.Replace(approve.PgToken.Value, "***", StringComparison.Ordinal);
        return clean.Length <= MaxErrorMessageLength ? clean : clean[..MaxErrorMessageLength];
    }
}
