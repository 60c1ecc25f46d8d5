using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Pricing;

namespace KakaoWorkflow.Lambdas.Pages;

/// <summary>
/// The pay link, KakaoPay's return, and the page that follows an order to its end. Every address is signed for its order and
/// purpose; a wrong signature is refused before anything is read.
/// </summary>
internal static class PaymentRedirectFunction
{
    private const string DeviceParameter = "device";
    private const string QuitParameter = "quit";

    public static FunctionHandler Create(FunctionServices services)
    {
        var handler = new Handler(
            services.PayLinks, services.Orders, new ParkCallback(services.Table, services.Callbacks, services.Time),
            new RepeatCallback(services.Callbacks, services.Time), services.Rules, services.GatewayFactory.PgTokenParameter);
        return JsonFunction.Of<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(services, handler.AnswerAsync);
    }

    private sealed class Handler(
        PayLinks links, OrderRecords orders, ParkCallback park, RepeatCallback repeat, PricingRules rules, string pgTokenParameter)
    {
#pragma warning disable CA1031 // whatever fails, the customer gets a page and the log gets the failure
        public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(
            APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, CancellationToken token)
        {
            if (!PayLink.TryParse(request.RawPath, out var link))
                return Page.NotFound;
            if (!links.Verify(link, Query(request, PayLinks.SignatureParameter)))
            {
                Log.RedirectRefused(context.Logger, "bad signature");
                return Page.Forbidden;
            }
            try
            {
                return link.Kind switch
                {
                    PayLinkKind.Approved => await ApprovedAsync(link.OrderId, request, token),
                    PayLinkKind.Cancelled => await ReturnedAsync(link.OrderId, CallbackKind.Cancelled, token),
                    PayLinkKind.Failed => await ReturnedAsync(link.OrderId, CallbackKind.Failed, token),
                    _ => await FollowAsync(link.OrderId, request, token),
                };
            }
            catch (OrderNotFoundException)
            {
                return Page.NotFound;
            }
            catch (Exception error)
            {
                Log.RedirectFailed(context.Logger, error);
                return Page.TryAgain;
            }
        }
#pragma warning restore CA1031

        private async Task<APIGatewayHttpApiV2ProxyResponse> ApprovedAsync(
            OrderId orderId, APIGatewayHttpApiV2ProxyRequest request, CancellationToken token)
        {
            if (!PgToken.TryCreate(Query(request, pgTokenParameter), out var pgToken))
                return Page.BadRequest;
            await park.ApproveAsync(orderId, pgToken, token);
            // Away from the address that carries the pg_token, to the page that follows the order.
            return Page.Redirect(303, links.Url(orderId, PayLinkKind.Pay));
        }

        private async Task<APIGatewayHttpApiV2ProxyResponse> ReturnedAsync(OrderId orderId, string kind, CancellationToken token)
        {
            await park.HintAsync(orderId, kind, token);
            // To a page that looks again without telling the queue again.
            return Page.Redirect(303, PayUrl(orderId, QuitParameter, "1"));
        }

        private async Task<APIGatewayHttpApiV2ProxyResponse> FollowAsync(
            OrderId orderId, APIGatewayHttpApiV2ProxyRequest request, CancellationToken token)
        {
            var order = await orders.FindAsync(orderId, token);
            if (order is null)
                return Page.Preparing(null);
            if (!order.IsOpen)
                return Page.Ended(order, rules);
            await repeat.LookAsync(order, token);
            if (order.Status == OrderStatus.Review)
                return Page.InReview(order);
            if (order.WithdrawnAt is not null)
                return Page.Withdrawing(order);
            if (order.PgToken is not null)
                return Page.Confirming(order);
            if (order is not { Status: OrderStatus.AwaitingPayment, AmountDueWon: > 0, RedirectPcUrl: { } pc, RedirectMobileUrl: { } mobile })
                return Page.Preparing(order);
            if (Query(request, QuitParameter) is not null)
                return Page.Unpaid(order, links.Url(orderId, PayLinkKind.Pay));
            return DeviceReader.Read(Query(request, DeviceParameter), UserAgent(request)) switch
            {
                Device.Mobile => Page.Redirect(302, mobile),
                Device.Pc => Page.Redirect(302, pc),
                _ => Page.Choice(order, PayUrl(orderId, DeviceParameter, "mobile"), PayUrl(orderId, DeviceParameter, "pc")),
            };
        }

        private string PayUrl(OrderId orderId, string parameter, string value) =>
            $"{links.Url(orderId, PayLinkKind.Pay)}&{parameter}={value}";

        private static string? Query(APIGatewayHttpApiV2ProxyRequest request, string name)
        {
            string? value = null;
            request.QueryStringParameters?.TryGetValue(name, out value);
            return value;
        }

        private static string? UserAgent(APIGatewayHttpApiV2ProxyRequest request)
        {
            string? agent = null;
            request.Headers?.TryGetValue("user-agent", out agent);
            return agent;
        }
    }
}
