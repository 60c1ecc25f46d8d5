using KakaoWorkflow.Local.KakaoPay.Api;
using KakaoWorkflow.Local.KakaoPay.Pages;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>Puts the simulator on a web application.</summary>
internal static class KakaoPayEndpoints
{
    /// <summary>
    /// Maps the payment API (<c>/online/v1/payment/…</c>), the customer's pages (<c>/mockup/…</c>) and the simulator's
    /// own API (<c>/simulator/…</c>). The addresses that <c>ready</c> answers begin with the scheme and host by which
    /// it was called.
    /// </summary>
    public static IEndpointRouteBuilder MapKakaoPay(this IEndpointRouteBuilder endpoints, KakaoPaySimulator simulator)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(simulator);
        MapPaymentApi(endpoints, simulator.Endpoint, simulator.Calls);
        foreach (var device in Enum.GetValues<PageDevice>())
            MapPages(endpoints, simulator.Pages, device);
        new SimulatorEndpoint(simulator).Map(endpoints);
        return endpoints;
    }

    private static void MapPaymentApi(IEndpointRouteBuilder endpoints, ApiEndpoint api, PaymentCalls calls)
    {
        const string Root = "/online/v1/payment/";
        endpoints.MapPost(Root + "ready", Ready);
        endpoints.MapPost(Root + "approve", context => api.HandleAsync(context, calls.ApproveAsync));
        endpoints.MapPost(Root + "order", context => api.HandleAsync(context, calls.OrderAsync));
        endpoints.MapPost(Root + "cancel", context => api.HandleAsync(context, calls.CancelAsync));
        endpoints.Map("/online/{**rest}", ApiEndpoint.HandleUnknownAsync);

        Task Ready(HttpContext context) => api.HandleAsync(
            context, (fields, stopping) => calls.ReadyAsync(fields, PagesUrl(context.Request), stopping));
    }

    private static void MapPages(IEndpointRouteBuilder endpoints, PaymentPages pages, PageDevice device)
    {
        var address = $"/mockup/{PageHtml.Name(device)}/{{pageKey}}";
        endpoints.MapGet(address, context => pages.ShowAsync(context, device));
        foreach (var step in Enum.GetValues<PageStep>())
            endpoints.MapPost($"{address}/{PageHtml.Name(step)}", context => pages.StepAsync(context, step));
    }

    private static string PagesUrl(HttpRequest request) => $"{request.Scheme}://{request.Host}/mockup";
}
