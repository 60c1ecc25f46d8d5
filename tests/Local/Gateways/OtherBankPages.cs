using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KakaoWorkflow.Tests.Local.Gateways;

/// <summary>Where customers pay at <see cref="OtherBank"/>, and where the demo gives it bad days.</summary>
internal static class OtherBankPages
{
    public static void Map(WebApplication application, OtherBank bank)
    {
        application.MapGet("/bank/{number}", (string number) => bank.Find(number) is null ? Results.NotFound() : Results.Text("pay"));
        application.MapPost("/bank/{number}/pay", (string number) => Leave(bank, number, "AGREED"));
        application.MapPost("/bank/{number}/quit", (string number) => Leave(bank, number, "QUIT"));
        application.MapPost("/simulator/faults", (JsonObject badDay) => bank.AddBadDay((string)badDay["orderId"]!, badDay));
        application.MapGet("/simulator/faults", () => new JsonArray([.. Enumerable.Range(0, bank.BadDays).Select(day => (JsonNode)day)]));
    }

    private static IResult Leave(OtherBank bank, string number, string state)
    {
        var payment = bank.Find(number)!;
        lock (payment)
        {
            if (payment.State == "OPEN")
                payment.State = state;
            return payment.State == "QUIT"
                ? Results.Redirect(payment.QuitUrl.AbsoluteUri)
                : Results.Redirect($"{payment.AgreedUrl.AbsoluteUri}&{OtherGateway.CodeParameter}={payment.Code}");
        }
    }
}
