using Amazon.Lambda.Core;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Points;
using KakaoWorkflow.Quoting;
using KakaoWorkflow.Review;
using KakaoWorkflow.Settlement;

namespace KakaoWorkflow.Lambdas.Steps;

/// <summary>The functions of the state machine's steps, each named like its state and like the class that holds its rules.</summary>
internal static class StepFunctions
{
    public static FunctionHandler Quote(FunctionServices services)
    {
        var step = new QuoteOrder(services.Table, services.Menu, services.Rules, services.Time);
        return Of<StepInput, OrderQuote>(
            services, (input, token) => step.RunAsync(input.OrderId, token), (log, input, quote) => Log.Quoted(log, input.OrderId, quote));
    }

    public static FunctionHandler ReservePoints(FunctionServices services)
    {
        var step = new ReservePoints(services.Table, services.Time);
        return Of<StepInput>(
            services, (input, token) => step.RunAsync(input.OrderId, token), (log, input) => Log.Reserved(log, input.OrderId));
    }

    public static FunctionHandler PreparePayment(FunctionServices services)
    {
        var step = new PreparePayment(services.Gateway, services.PayLinks, services.Time);
        return Of<StepInput.PreparePayment, PreparedPayment>(
            services,
            (input, token) => step.RunAsync(input.OrderId, input.Quote, token),
            (log, input, payment) => Log.Prepared(log, input.OrderId, payment.Tid));
    }

    public static FunctionHandler AwaitApproval(FunctionServices services)
    {
        var step = new AwaitApproval(services.Table, services.Callbacks, services.Time);
        return Of<StepInput.AwaitApproval>(
            services,
            (input, token) => step.RunAsync(input.OrderId, input.Payment, input.TaskToken, token),
            (log, input) => Log.Awaiting(log, input.OrderId));
    }

    public static FunctionHandler ApprovePayment(FunctionServices services)
    {
        var step = new ApprovePayment(services.Table, services.Gateway);
        return Of<StepInput.ApprovePayment, ApprovedPayment>(
            services,
            (input, token) => step.RunAsync(
                input.OrderId, input.Quote, input.Payment.Tid, input.ApproveSent || input.RetryCount > 0, token),
            (log, input, approval) => Log.Approved(log, input.OrderId, approval));
    }

    public static FunctionHandler ResolvePayment(FunctionServices services)
    {
        var step = new ResolvePayment(services.Table, services.Gateway, services.Time);
        return Of<StepInput.ResolvePayment, ApprovedPayment>(
            services,
            (input, token) => step.RunAsync(input.OrderId, input.Quote, input.Payment, token),
            (log, input, approval) => Log.Approved(log, input.OrderId, approval));
    }

    public static FunctionHandler CommitOrder(FunctionServices services)
    {
        var step = new CommitOrder(services.Table, services.Rules, services.Time);
        return Of<StepInput.CommitOrder, CommittedOrder>(
            services,
            (input, token) => step.RunAsync(input.OrderId, input.Approval?.Aid, token),
            (log, input, committed) => Log.Committed(log, input.OrderId, committed.EarnedPoints));
    }

    public static FunctionHandler ReleasePoints(FunctionServices services)
    {
        var step = new ReleasePoints(services.Table, services.Time);
        return Of<StepInput.ReleasePoints, Released>(
            services,
            async (input, token) => new Released(await step.RunAsync(input.OrderId, input.Ending, input.EndReason, token)),
            (log, input, released) => Log.Released(log, input.OrderId, released.Outcome));
    }

    public static FunctionHandler RefundPayment(FunctionServices services)
    {
        var step = new RefundPayment(services.Table, services.Gateway, services.Time);
        return Of<StepInput.RefundPayment, RefundedPayment>(
            services,
            (input, token) => step.RunAsync(input.OrderId, input.Payment.Tid, token),
            (log, input, refund) => Log.Refunded(log, input.OrderId, refund.RefundedWon));
    }

    public static FunctionHandler AwaitOperator(FunctionServices services)
    {
        var step = new AwaitOperator(services.Table, services.Time);
        return Of<StepInput.AwaitOperator>(
            services,
            (input, token) => step.RunAsync(
                input.OrderId, input.FailedStep, input.Error.Error, input.Error.Cause, input.TaskToken, token),
            (log, input) => Log.NeedsOperator(log, input.OrderId, input.FailedStep, input.Error.Error));
    }

    private static FunctionHandler Of<TInput>(
        FunctionServices services, Func<TInput, CancellationToken, Task> run, Action<ILambdaLogger, TInput> log)
        where TInput : StepInput =>
        Of<TInput, Done>(
            services,
            async (input, token) =>
            {
                await run(input, token);
                return new Done(input.OrderId);
            },
            (logger, input, _) => log(logger, input));

    private static FunctionHandler Of<TInput, TOutput>(
        FunctionServices services, Func<TInput, CancellationToken, Task<TOutput>> run, Action<ILambdaLogger, TInput, TOutput> log)
        where TInput : StepInput =>
        JsonFunction.Of<TInput, TOutput>(services, async (input, context, token) =>
        {
            var output = await run(input, token);
            log(context.Logger, input, output);
            return output;
        });

    /// <summary>The answer of a step that has nothing else to say.</summary>
    internal sealed record Done(OrderId OrderId);

    /// <summary>What ReleasePoints answers: the status that the order has ended with.</summary>
    internal sealed record Released(string Outcome);
}
