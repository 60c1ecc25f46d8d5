using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Local.KakaoPay.Payments;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>
/// The simulator's own API: faults to come, and what became of the money. A bad request is answered 400 with
/// <c>error</c>.
/// </summary>
internal sealed class SimulatorEndpoint(KakaoPaySimulator simulator)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/simulator/faults", context => AnswerAsync(context, AddFaultAsync));
        endpoints.MapGet("/simulator/faults", context => AnswerAsync(context, ListFaultsAsync));
        endpoints.MapDelete("/simulator/faults", context => AnswerAsync(context, ClearFaultsAsync));
        endpoints.MapDelete("/simulator/faults/{id:long}", context => AnswerAsync(context, RemoveFaultAsync));
        endpoints.MapGet("/simulator/payments", context => AnswerAsync(context, ListPaymentsAsync));
    }

    private async Task<(int, JsonNode?)> AddFaultAsync(HttpContext context)
    {
        var fields = await JsonFields.ReadAsync(context.Request, context.RequestAborted);
        var fault = await simulator.Faults.AddAsync(FaultRequest.Read(fields));
        return (201, Node(fault, SimulatorJson.Default.Fault));
    }

    private Task<(int, JsonNode?)> ListFaultsAsync(HttpContext context)
    {
        RefuseQuery(context.Request, []);
        var faults = simulator.Faults.List().Select(fault => Node(fault, SimulatorJson.Default.Fault));
        return Task.FromResult<(int, JsonNode?)>((200, new JsonObject { ["faults"] = new JsonArray([.. faults]) }));
    }

    private async Task<(int, JsonNode?)> ClearFaultsAsync(HttpContext context)
    {
        RefuseQuery(context.Request, []);
        await simulator.Faults.ClearAsync();
        return (204, null);
    }

    private async Task<(int, JsonNode?)> RemoveFaultAsync(HttpContext context)
    {
        var id = long.Parse((string)context.Request.RouteValues["id"]!);
        return await simulator.Faults.RemoveAsync(id)
            ? (204, null)
            : (404, new JsonObject { ["error"] = $"There is no fault {id}." });
    }

    private async Task<(int, JsonNode?)> ListPaymentsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        RefuseQuery(context.Request, ["orderId", "after", "limit"]);
        var page = await simulator.Payments.ReadPageAsync(
            query.TryGetValue("orderId", out var orderId) ? orderId.ToString() : null,
            Number(query, "after", 0, 0, long.MaxValue),
            (int)Number(query, "limit", PaymentLedger.MaxPageSize, 1, PaymentLedger.MaxPageSize));
        return (200, Node(page, SimulatorJson.Default.PaymentPage));
    }

    private static async Task AnswerAsync(
        HttpContext context, Func<HttpContext, Task<(int Status, JsonNode? Body)>> call)
    {
        (int Status, JsonNode? Body) answer;
        try
        {
            answer = await call(context);
        }
        catch (InvalidFieldException error)
        {
            answer = (400, new JsonObject { ["error"] = error.Message });
        }
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        answer.Body.WriteTo(writer);
    }

    private static long Number(IQueryCollection query, string name, long absent, long min, long max)
    {
        if (!query.TryGetValue(name, out var text))
            return absent;
        return long.TryParse(text, out var number) && number >= min && number <= max
            ? number
            : throw new InvalidFieldException(name, $"must be {min} to {max}");
    }

    private static void RefuseQuery(HttpRequest request, string[] known)
    {
        if (request.Query.Keys.FirstOrDefault(key => !known.Contains(key, StringComparer.Ordinal)) is { } unknown)
            throw new InvalidFieldException(unknown, "is not a parameter of this request");
    }

    private static JsonNode? Node<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type);
}
