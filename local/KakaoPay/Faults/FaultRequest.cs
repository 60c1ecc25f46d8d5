using KakaoWorkflow.Local.KakaoPay.Wire;

namespace KakaoWorkflow.Local.KakaoPay.Faults;

/// <summary>Reads a fault from the body of <c>POST /simulator/faults</c>.</summary>
internal static class FaultRequest
{
    /// <exception cref="InvalidFieldException">A field is missing, unknown or out of range.</exception>
    public static Fault Read(JsonFields fields)
    {
        var times = fields.OptionalInteger("times", 1, Fault.MaxTimes);
        var always = fields.OptionalFlag("always") ?? false;
        if (times is not null && always)
            throw new InvalidFieldException("times", "has no meaning for a fault that strikes always");
        var fault = new Fault
        {
            OrderId = fields.OptionalText("orderId", WireLimits.Text),
            Operation = Name<FaultOperation>(fields, "operation"),
            Kind = Name<FaultKind>(fields, "kind"),
            Times = (int)(times ?? 1),
            Always = always,
            MethodResultCode = fields.OptionalText("methodResultCode", WireLimits.Text),
            ErrorCode = (int?)fields.OptionalInteger("errorCode", Fault.MinErrorCode, -1),
            Captured = fields.OptionalFlag("captured"),
            HttpStatus = (int?)fields.OptionalInteger("httpStatus", 500, 599),
            DelayMs = fields.OptionalInteger("delayMs", 1, KakaoPaySimulatorOptions.MaxWaitSeconds * 1000),
            AmountWon = fields.OptionalInteger("amountWon", 1, WireLimits.AmountWon),
        };
        fields.RefuseOthers();
        return fault;
    }

    private static T Name<T>(JsonFields fields, string field)
        where T : struct, Enum
    {
        var text = fields.Text(field, WireLimits.Text);
        return char.IsAsciiLetter(text[0])
            && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            && Enum.IsDefined(value)
            ? value
            : throw new InvalidFieldException(field, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");
    }
}
