using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KakaoWorkflow.Local.KakaoPay.Wire;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Local.KakaoPay.Api;

/// <summary>
/// The way in and out of every API call: authorisation, contract, body, error document, and the silence of a lost
/// answer.
/// </summary>
internal sealed class ApiEndpoint(KakaoPaySimulatorOptions options, TimeProvider time)
{
    private static readonly string[] Schemes = ["SECRET_KEY ", "DEV_SECRET_KEY "];

    /// <summary>Answers one call.</summary>
    /// <param name="context">The request.</param>
    /// <param name="call">The call; its token is signalled when the simulator stops. Null is silence.</param>
    public async Task HandleAsync(HttpContext context, Func<JsonFields, CancellationToken, Task<JsonObject?>> call)
    {
        var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping
            ?? CancellationToken.None;
        try
        {
            Authorise(context.Request);
            var fields = await JsonFields.ReadAsync(context.Request, context.RequestAborted);
            CheckContract(fields);
            if (await call(fields, stopping) is { } answer)
                await WriteAsync(context.Response, 200, answer);
            else
                await HoldAsync(context, stopping);
        }
        catch (RefusalException refusal)
        {
            await WriteAsync(context.Response, refusal.HttpStatus, PaymentAnswers.Error(refusal));
        }
        catch (InvalidFieldException error)
        {
            await WriteAsync(
                context.Response, 400, PaymentAnswers.Error(new RefusalException(CodeOf(error), error.Message)));
        }
        catch (OperationCanceledException)
            when (stopping.IsCancellationRequested || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    /// <summary>Answers an address that the API does not have.</summary>
    public static Task HandleUnknownAsync(HttpContext context) => WriteAsync(
        context.Response,
        404,
        PaymentAnswers.Error(
            new RefusalException(WireError.NoSuchAddress, "There is no such API; all four calls are POST.")));

    private async Task HoldAsync(HttpContext context, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(TimeSpan.FromSeconds(options.HoldSeconds), time, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private void Authorise(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            throw new RefusalException(WireError.NoAuthorization, "The Authorization header is missing.");
        var scheme = Schemes.FirstOrDefault(scheme => header.StartsWith(scheme, StringComparison.Ordinal));
        if (scheme is null || !Same(header[scheme.Length..], options.SecretKey))
            throw new RefusalException(
                WireError.BadKey, "The Authorization header must be SECRET_KEY and the right key.", httpStatus: 401);
    }

    private void CheckContract(JsonFields fields)
    {
        if (fields.OptionalText("cid", WireLimits.Text) != options.Cid)
            throw new RefusalException(WireError.BadCid, "There is no such cid.");
        var secret = fields.OptionalText("cid_secret", WireLimits.Text);
        if (options.CidSecret is { } expected ? secret is null || !Same(secret, expected) : secret is not null)
            throw new RefusalException(WireError.BadCidSecret, "cid_secret is not the one of this cid.");
    }

    private static bool Same(string text, Credential secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(secret.Reveal()));

    private static int CodeOf(InvalidFieldException error) =>
        error.Field.EndsWith("_amount", StringComparison.Ordinal) || error.Field == "green_deposit"
            ? WireError.BadAmount
            : WireError.BadOrderData;

    private static async Task WriteAsync(HttpResponse response, int status, JsonObject body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json;charset=UTF-8";
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        body.WriteTo(writer);
    }
}
