using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Local.KakaoPay.Payments;

namespace KakaoWorkflow.Local.KakaoPay.Pages;

/// <summary>What the customer sees of a payment, and does with it.</summary>
internal sealed class PaymentPages(PaymentStore store, FaultPlan faults, TimeProvider time, ILogger logger)
{
    private const int MaxFormBytes = 1024;

    /// <summary>Shows the page; a payment that has ended sends the browser back to the shop.</summary>
    public async Task ShowAsync(HttpContext context, PageDevice device)
    {
        if (await FindAsync(context) is not { } payment)
        {
            await WriteAsync(context.Response, 404, PageHtml.NotFound());
            return;
        }
        payment = await store.ChangeAsync(
            payment.Tid, (payment, now) => CustomerRules.Open(payment, onPc: device == PageDevice.Pc, now));
        if (CustomerRules.Exit(payment, time.GetUtcNow()) is { } exit)
            Redirect(context.Response, exit);
        else
            await WriteAsync(context.Response, 200, PageHtml.Payment(payment, device));
    }

    /// <summary>Does what a button says and sends the browser back to the shop.</summary>
    public async Task StepAsync(HttpContext context, PageStep step)
    {
        if (await FindAsync(context) is not { } payment)
        {
            await WriteAsync(context.Response, 404, PageHtml.NotFound());
            return;
        }
        if (CustomerRules.Exit(payment, time.GetUtcNow()) is { } ended)
        {
            Redirect(context.Response, ended);
            return;
        }
        if (step == PageStep.Back)
        {
            Redirect(context.Response, payment.CancelUrl);
            return;
        }
        var method = step == PageStep.Pay ? await ReadMethodAsync(context.Request) : null;
        var script = step == PageStep.Pay
            ? await faults.TakeScriptAsync(payment.OrderId, FaultOperation.Customer)
            : FaultScript.None;
        payment = await store.ChangeAsync(payment.Tid, (payment, now) => script.Strike is { } strike
            ? strike(payment, now)
            : step switch
            {
                PageStep.Pay => CustomerRules.Authenticate(payment, method, now),
                PageStep.Quit => CustomerRules.Quit(payment, now),
                _ => CustomerRules.FailAuthentication(payment, now),
            });
        logger.PaymentMoved(PageHtml.Name(step), payment);
        Redirect(context.Response, CustomerRules.Exit(payment, time.GetUtcNow()) ?? payment.FailUrl);
    }

    private Task<Payment?> FindAsync(HttpContext context) =>
        store.FindByPageKeyAsync((string)context.Request.RouteValues["pageKey"]!);

    /// <summary>
    /// The form's choice; null where the page has offered none. Anything else than the two methods counts as no choice.
    /// </summary>
    private static async Task<string?> ReadMethodAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MaxFormBytes)
            return null;
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return form["method"].ToString() is "CARD" or "MONEY" ? form["method"].ToString() : null;
    }

    private static void Redirect(HttpResponse response, string url)
    {
        Harden(response);
        response.Redirect(url);
    }

    private static Task WriteAsync(HttpResponse response, int status, string html)
    {
        Harden(response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(html);
    }

    private static void Harden(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
