using KakaoWorkflow.Payments;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Makes a payment gateway for a function. Another provider of payments is one more of these, and its variables in the template.</summary>
/// <param name="PgTokenParameter">The parameter of its approval redirect that carries the <see cref="PgToken"/>.</param>
/// <param name="Create">Makes it; the handler carries its calls, within the deadline of the function's call.</param>
public sealed record PaymentGatewayFactory(
    string PgTokenParameter, Func<FunctionEnvironment, HttpMessageHandler, IPaymentGateway> Create);
