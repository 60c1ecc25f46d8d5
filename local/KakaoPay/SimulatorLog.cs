using KakaoWorkflow.Local.KakaoPay.Faults;
using KakaoWorkflow.Local.KakaoPay.Payments;

namespace KakaoWorkflow.Local.KakaoPay;

/// <summary>
/// All that the simulator logs. Neither a key nor a <c>pg_token</c> nor a page's address is among it.
/// </summary>
internal static partial class SimulatorLog
{
    public static void PaymentMoved(this ILogger logger, string step, Payment payment)
    {
        if (logger.IsEnabled(LogLevel.Information))
            LogPayment(
                logger,
                step,
                payment.OrderId,
                payment.Tid,
                payment.Status,
                payment.Captured.TotalWon,
                payment.Cancelled.TotalWon);
    }

    public static void FaultStruck(this ILogger logger, string orderId, Fault fault) =>
        LogFault(logger, fault.Id, fault.Kind, fault.Operation, orderId);

    [LoggerMessage(
        1,
        LogLevel.Information,
        "KakaoPay {Step}: order {OrderId}, {Tid} is {Status}, {CapturedWon} won captured, {CancelledWon} won cancelled")]
    private static partial void LogPayment(
        ILogger logger, string step, string orderId, string tid, string status, long capturedWon, long cancelledWon);

    [LoggerMessage(2, LogLevel.Information, "KakaoPay fault {FaultId}: {Kind} at {Operation} of order {OrderId}")]
    private static partial void LogFault(
        ILogger logger, long faultId, FaultKind kind, FaultOperation operation, string orderId);
}
