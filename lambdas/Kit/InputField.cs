using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Secrets;

namespace KakaoWorkflow.Lambdas.Kit;

/// <summary>Checks fields of events; each error names the field as the event spells it.</summary>
internal static class InputField
{
    /// <summary>The longest task token (AWS: 2,048 characters).</summary>
    public const int TaskTokenLength = 2_048;

    /// <exception cref="ArgumentException">It is blank or too long.</exception>
    public static void Text(string text, string field, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength)
            throw new ArgumentException($"{field} must be a text of 1 to {maxLength} characters.", field);
    }

    /// <exception cref="ArgumentException">It is blank or longer than <see cref="TaskTokenLength"/>; the message does not repeat it.</exception>
    public static void TaskToken(Credential taskToken) => Text(taskToken.Reveal(), "taskToken", TaskTokenLength);

    /// <exception cref="ArgumentException">A part of it cannot be what PreparePayment answers.</exception>
    public static void Payment(PreparedPayment payment)
    {
        Text(payment.Tid, "payment.tid", PaymentLimits.IdLength);
        Text(payment.RedirectPcUrl, "payment.redirectPcUrl", PaymentLimits.PageUrlLength);
        Text(payment.RedirectMobileUrl, "payment.redirectMobileUrl", PaymentLimits.PageUrlLength);
    }
}
