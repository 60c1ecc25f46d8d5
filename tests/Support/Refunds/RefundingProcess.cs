using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Refunds;
using KakaoWorkflow.Tests.Support.Cafes;

namespace KakaoWorkflow.Tests.Support.Refunds;

/// <summary>A process that refunds orders of a café, over a wire that may fail.</summary>
internal sealed class RefundingProcess : IDisposable
{
    private RefundingProcess(FunctionEnvironment environment)
    {
        var services = new FunctionServices(environment with { HttpMessageHandlers = _ => Wire }, new LambdaSerializer());
        Refund = new TestSteps(services).RefundOrder;
    }

    public RefundWire Wire { get; } = new();

    public RefundOrder Refund { get; }

    public static async Task<RefundingProcess> StartAsync(TestCafe cafe)
    {
        cafe.Variables["KAKAOPAY_BASE_URL"] = (await cafe.ServicesAsync()).Address.ToString();
        return new RefundingProcess(cafe.Environment);
    }

    public void Dispose() => Wire.Dispose();
}
