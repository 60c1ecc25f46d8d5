using KakaoWorkflow.Quoting;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The Quote step; its rules are in <see cref="QuoteOrder"/>.</summary>
internal static class QuoteFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var step = new QuoteOrder(services.Table, services.Menu, services.Rules, services.Time);
        return JsonFunction.Of<OrderStep, OrderQuote>(async (input, context) =>
        {
            var quote = await step.RunAsync(input.OrderId);
            Log.Quoted(context.Logger, input.OrderId, quote);
            return quote;
        });
    }
}
