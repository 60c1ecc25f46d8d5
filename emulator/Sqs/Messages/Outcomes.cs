using KakaoWorkflow.Emulator.AwsJson;

namespace KakaoWorkflow.Emulator.Sqs.Messages;

/// <summary>Does something for each entry of a batch and keeps the failures apart.</summary>
internal static class Outcomes
{
    public static IReadOnlyList<AwsJsonException?> ForEach<TEntry>(IReadOnlyList<TEntry> entries, Action<TEntry> action)
    {
        var errors = new AwsJsonException?[entries.Count];
        for (var index = 0; index < entries.Count; index++)
        {
            try
            {
                action(entries[index]);
            }
            catch (AwsJsonException error)
            {
                errors[index] = error;
            }
        }
        return errors;
    }
}
