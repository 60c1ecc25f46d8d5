using KakaoWorkflow.Payments;

namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// The error codes that the payment API is known to answer. The list comes from public copies of older documentation,
/// so other codes may come; a code that is not listed says only that the call was refused.
/// </summary>
public static class KakaoPayErrorCode
{
    /// <summary>No <c>Authorization</c> header.</summary>
    public const int NoAuthorization = -400;

    /// <summary>A wrong key.</summary>
    public const int BadKey = -401;

    /// <summary>The online payment API is not switched on for this application.</summary>
    public const int ApiNotEnabled = -403;

    /// <summary>No such address.</summary>
    public const int NoSuchAddress = -404;

    /// <summary>The daily quota is used up.</summary>
    public const int QuotaExceeded = -429;

    /// <summary>KakaoPay failed.</summary>
    public const int InternalError = -500;

    /// <summary>KakaoPay is under maintenance.</summary>
    public const int Maintenance = -503;

    /// <summary>Approve before the customer authenticated.</summary>
    public const int NotAuthenticatedYet = -701;

    /// <summary>
    /// This transaction is paid already: by an earlier approve, perhaps one whose answer was lost. Ask <c>order</c>;
    /// never take it for a failure.
    /// </summary>
    public const int AlreadyPaid = -702;

    /// <summary>The amount of approve differs from that of ready.</summary>
    public const int WrongApproveAmount = -704;

    /// <summary>A payment method that is not supported.</summary>
    public const int UnsupportedMethod = -705;

    /// <summary>The order id differs from that of ready.</summary>
    public const int WrongOrderId = -706;

    /// <summary>The user id differs from that of ready.</summary>
    public const int WrongUserId = -707;

    /// <summary>A wrong <c>pg_token</c>.</summary>
    public const int WrongPgToken = -708;

    /// <summary>
    /// More to cancel than can be cancelled, or a <c>cancel_available_amount</c> that is not KakaoPay's own.
    /// </summary>
    public const int CancelAboveAvailable = -710;

    /// <summary>More to cancel than was approved.</summary>
    public const int CancelAboveApproved = -711;

    /// <summary>No transaction with this <c>tid</c>.</summary>
    public const int NoSuchTransaction = -721;

    /// <summary>An amount that is not an amount.</summary>
    public const int BadAmount = -722;

    /// <summary>The 15 minutes after ready are over: nothing was captured, and nothing can be any more.</summary>
    public const int RequestExpired = -723;

    /// <summary>The amounts do not add up to the total, or the total is out of range.</summary>
    public const int BadTotalAmount = -725;

    /// <summary>Order data that is missing or malformed.</summary>
    public const int BadOrderData = -726;

    /// <summary>A wrong CID.</summary>
    public const int BadCid = -731;

    /// <summary>A wrong CID secret.</summary>
    public const int BadCidSecret = -733;

    /// <summary>
    /// The approval failed; <see cref="KakaoPayRefusedException.MethodResultCode"/> says why. With
    /// <see cref="MethodResult.UserLocked"/> or <see cref="MethodResult.BankFirmUnknown"/> the money may have moved all
    /// the same: ask <c>order</c>.
    /// </summary>
    public const int ApproveFailed = -780;

    /// <summary>The cancel failed.</summary>
    public const int CancelFailed = -781;

    /// <summary>This status does not allow an approve.</summary>
    public const int ApproveNotAllowed = -783;

    /// <summary>This status does not allow a cancel.</summary>
    public const int CancelNotAllowed = -784;

    /// <summary>
    /// The same call is being worked on right now. It says nothing of how that one ends: ask <c>order</c>.
    /// </summary>
    public const int DuplicateRequest = -785;

    /// <summary>Above the limit of one payment.</summary>
    public const int AboveLimit = -797;

    /// <summary>A caller's address that is not allowed.</summary>
    public const int AddressNotAllowed = -798;

    /// <summary>What a refusal with a code means.</summary>
    /// <param name="errorCode">One of the codes above, or any other.</param>
    /// <param name="methodResultCode">
    /// <c>extras.method_result_code</c>; null when there is none, which leaves a failed approval unclear and makes a failed cancel final.
    /// </param>
    public static RefusalKind KindOf(int errorCode, string? methodResultCode) => errorCode switch
    {
        NoAuthorization or BadKey or ApiNotEnabled or NoSuchAddress or QuotaExceeded or BadCid or BadCidSecret or AddressNotAllowed =>
            RefusalKind.SetUp,
        NotAuthenticatedYet or WrongPgToken => RefusalKind.Token,
        RequestExpired => RefusalKind.TimeOver,
        WrongApproveAmount or UnsupportedMethod or WrongOrderId or WrongUserId or CancelAboveApproved or BadAmount or BadTotalAmount
            or BadOrderData or AboveLimit => RefusalKind.Final,
        ApproveFailed when !MethodResult.LeavesDoubt(methodResultCode) => RefusalKind.Final,
        CancelFailed when methodResultCode is not (MethodResult.UserLocked or MethodResult.BankFirmUnknown) => RefusalKind.Final,
        _ => RefusalKind.Unclear,
    };
}
