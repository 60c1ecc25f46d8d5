namespace KakaoWorkflow.Orders;

/// <summary>
/// The attributes of an order's record. Most are read as the member of <see cref="Order"/> of that name, which says what they mean; an order
/// sheet and the index entries of refunds share some.
/// </summary>
internal static class OrderAttributes
{
    public const string OrderId = "orderId";
    public const string Status = "status";
    public const string MemberId = "memberId";
    public const string CustomerId = "customerId";
    public const string Lines = "lines";
    public const string ItemName = "itemName";

    /// <summary>How many pieces in all, for whoever looks at the table.</summary>
    public const string Quantity = "quantity";

    public const string TotalWon = "totalWon";
    public const string PointsUsed = "pointsUsed";
    public const string AmountDueWon = "amountDueWon";

    /// <summary>What it would earn by the rules of its quote, for whoever looks at the table.</summary>
    public const string PointsToEarn = "pointsToEarn";

    public const string EarnedPoints = "earnedPoints";
    public const string DebtPaidPoints = "debtPaidPoints";
    public const string EarnedPercent = "earnedPercent";
    public const string RejectionCode = "rejectionCode";
    public const string EndReason = "endReason";
    public const string Tid = "tid";
    public const string Cid = "cid";

    /// <summary>KakaoPay's approval id, for whoever looks at the table.</summary>
    public const string Aid = "aid";

    public const string SettledAs = "settledAs";
    public const string SettledBy = "settledBy";
    public const string SettledWhy = "settledWhy";
    public const string CancelSentAt = "cancelSentAt";
    public const string RedirectPcUrl = "redirectPcUrl";
    public const string RedirectMobileUrl = "redirectMobileUrl";
    public const string TaskToken = "taskToken";
    public const string PgToken = "pgToken";
    public const string ReplacedPgTokens = "replacedPgTokens";
    public const string CallbackKind = "callbackKind";
    public const string CallbackAt = "callbackAt";
    public const string WithdrawnAt = "withdrawnAt";
    public const string FailedStep = "failedStep";
    public const string Failure = "failure";
    public const string ReviewToken = "reviewToken";
    public const string ResumeAskedAt = "resumeAskedAt";

    /// <summary>What people did to it by hand; see <see cref="OperatorAction"/>.</summary>
    public const string OperatorActions = "operatorActions";

    public const string PhoneLast4 = "phoneLast4";
    public const string Preparation = "preparation";
    public const string Moves = "moves";
    public const string BoardDay = "boardDay";
    public const string OpenStatus = "openStatus";

    /// <summary>The key of the index of ended orders; see <see cref="BookDay.Shard"/>.</summary>
    public const string EndedDay = "endedDay";

    public const string PaidAt = "paidAt";
    public const string RefundCount = "refundCount";
    public const string OpenRefund = "openRefund";
    public const string RefundedQuantities = "refundedQuantities";
    public const string RefundedWon = "refundedWon";
    public const string RefundedByHandWon = "refundedByHandWon";
    public const string RefundedPoints = "refundedPoints";
    public const string TakenBackPoints = "takenBackPoints";
    public const string MoneyCheckedAt = "moneyCheckedAt";
    public const string RecalledAt = "recalledAt";
    public const string CreatedAt = "createdAt";
    public const string StatusSince = "statusSince";

    /// <summary>The hash of the sheet that it was made from.</summary>
    public const string SheetHash = "sheetHash";
}
