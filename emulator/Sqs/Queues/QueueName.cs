using System.Text.RegularExpressions;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>The rules for queue names.</summary>
internal static partial class QueueName
{
    private const string FifoSuffix = ".fifo";

    public static bool IsFifo(string name) => name.EndsWith(FifoSuffix, StringComparison.Ordinal);

    public static void Check(string name)
    {
        var stem = IsFifo(name) ? name[..^FifoSuffix.Length] : name;
        if (name.Length > SqsLimits.QueueNameLength || !Allowed().IsMatch(stem))
        {
            throw SqsErrors.InvalidParameterValue(
                $"QueueName '{name}' must have 1 to {SqsLimits.QueueNameLength} letters, digits, '-' and '_', and on FIFO queues the suffix {FifoSuffix}.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z", RegexOptions.None, 1000)]
    private static partial Regex Allowed();
}
