namespace KakaoWorkflow.Local.KakaoPay.Payments;

internal enum MovementKind
{
    Capture,
    Cancel,
}
