namespace KakaoWorkflow.Local.KakaoPay.Wire;

/// <summary>The codes of error documents that the simulator answers.</summary>
internal static class WireError
{
    public const int NoAuthorization = -400;
    public const int BadKey = -401;
    public const int NoSuchAddress = -404;
    public const int InternalError = -500;
    public const int NotAuthenticatedYet = -701;
    public const int AlreadyPaid = -702;
    public const int WrongApproveAmount = -704;
    public const int UnsupportedMethod = -705;
    public const int WrongOrderId = -706;
    public const int WrongUserId = -707;
    public const int WrongPgToken = -708;
    public const int CancelAboveAvailable = -710;
    public const int CancelAboveApproved = -711;
    public const int NoSuchTransaction = -721;
    public const int BadAmount = -722;
    public const int RequestExpired = -723;
    public const int BadTotalAmount = -725;
    public const int BadOrderData = -726;
    public const int BadCid = -731;
    public const int BadCidSecret = -733;
    public const int ApproveFailed = -780;
    public const int CancelFailed = -781;
    public const int ApproveNotAllowed = -783;
    public const int CancelNotAllowed = -784;
    public const int DuplicateRequest = -785;
    public const int AboveLimit = -797;

    /// <summary>The result code of a failed approval while another payment of the same customer is in progress.</summary>
    public const string UserLocked = "USER_LOCKED";

    /// <summary>The result code of a failed approval whose result at the bank is not known.</summary>
    public const string BankFirmUnknown = "BANK_FIRM_UNKNOWN";
}
