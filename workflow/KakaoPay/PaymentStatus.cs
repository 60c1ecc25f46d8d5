using System.Collections.Frozen;
using System.Text.Json.Serialization;
using KakaoWorkflow.Payments;

namespace KakaoWorkflow.KakaoPay;

/// <summary>
/// A transaction's status as KakaoPay spells it. A status that this version does not know keeps its name.
/// </summary>
/// <param name="Name">The name on the wire, for example <c>SUCCESS_PAYMENT</c>.</param>
[JsonConverter(typeof(PaymentStatusJsonConverter))]
public sealed record PaymentStatus(string Name)
{
    /// <summary>Prepared; the customer has not come yet.</summary>
    public static readonly PaymentStatus Ready = new("READY");

    /// <summary>The payment message was sent to the customer's KakaoTalk.</summary>
    public static readonly PaymentStatus SendTms = new("SEND_TMS");

    /// <summary>The customer opened the payment screen.</summary>
    public static readonly PaymentStatus OpenPayment = new("OPEN_PAYMENT");

    /// <summary>The customer chose how to pay.</summary>
    public static readonly PaymentStatus SelectMethod = new("SELECT_METHOD");

    /// <summary>An authentication by telephone is running.</summary>
    public static readonly PaymentStatus ArsWaiting = new("ARS_WAITING");

    /// <summary>The customer authenticated; only <c>approve</c> is missing.</summary>
    public static readonly PaymentStatus AuthPassword = new("AUTH_PASSWORD");

    /// <summary>A subscription key was issued. Single payments never have this status.</summary>
    public static readonly PaymentStatus IssuedSid = new("ISSUED_SID");

    /// <summary>Paid.</summary>
    public static readonly PaymentStatus SuccessPayment = new("SUCCESS_PAYMENT");

    /// <summary>Paid, and a part given back.</summary>
    public static readonly PaymentStatus PartCancelPayment = new("PART_CANCEL_PAYMENT");

    /// <summary>Paid, and all given back.</summary>
    public static readonly PaymentStatus CancelPayment = new("CANCEL_PAYMENT");

    /// <summary>The customer failed to authenticate.</summary>
    public static readonly PaymentStatus FailAuthPassword = new("FAIL_AUTH_PASSWORD");

    /// <summary>The customer stopped.</summary>
    public static readonly PaymentStatus QuitPayment = new("QUIT_PAYMENT");

    /// <summary>The approval failed.</summary>
    public static readonly PaymentStatus FailPayment = new("FAIL_PAYMENT");

    private static readonly FrozenDictionary<string, PaymentState> States =
        new Dictionary<string, PaymentState>(StringComparer.Ordinal)
        {
            [Ready.Name] = PaymentState.Pending,
            [SendTms.Name] = PaymentState.Pending,
            [OpenPayment.Name] = PaymentState.Pending,
            [SelectMethod.Name] = PaymentState.Pending,
            [ArsWaiting.Name] = PaymentState.Pending,
            [AuthPassword.Name] = PaymentState.Pending,
            [IssuedSid.Name] = PaymentState.Pending,
            [SuccessPayment.Name] = PaymentState.Captured,
            [PartCancelPayment.Name] = PaymentState.PartlyRefunded,
            [CancelPayment.Name] = PaymentState.Refunded,
            [FailAuthPassword.Name] = PaymentState.Declined,
            [QuitPayment.Name] = PaymentState.Quit,
            [FailPayment.Name] = PaymentState.Declined,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every status that KakaoPay documents.</summary>
    public static IReadOnlyCollection<string> KnownNames => States.Keys;

    /// <summary>What the status means; <see cref="PaymentState.Unknown"/> for one that KakaoPay does not document.</summary>
    [JsonIgnore]
    public PaymentState State => States.GetValueOrDefault(Name, PaymentState.Unknown);

    /// <summary>The name on the wire.</summary>
    public override string ToString() => Name;
}
