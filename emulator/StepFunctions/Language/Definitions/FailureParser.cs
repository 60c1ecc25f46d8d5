using System.Text.Json;
using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Emulator.StepFunctions.Language.Definitions;

/// <summary>Parses <c>Retry</c> and <c>Catch</c>.</summary>
internal sealed class FailureParser(BranchContext context, QueryFields queries)
{
    public static IReadOnlyList<Retrier> ParseRetry(ObjectReader state) => ParseEach(state, "Retry", ParseRetrier);

    public IReadOnlyList<Catcher> ParseCatch(ObjectReader state) => ParseEach(state, "Catch", ParseCatcher);

    private static List<T> ParseEach<T>(ObjectReader state, string field, Func<ObjectReader, bool, T?> parse)
        where T : class
    {
        var parsed = new List<T>();
        var elements = state.TakeArray(field, mayBeEmpty: true);
        for (var index = 0; index < elements.Count; index++)
        {
            var (json, location) = elements[index];
            if (ObjectReader.Open(json, location, state.Diagnostics) is not { } reader)
                continue;
            if (parse(reader, index == elements.Count - 1) is { } item)
                parsed.Add(item);
        }

        return parsed;
    }

    private static Retrier? ParseRetrier(ObjectReader reader, bool isLast)
    {
        var errorEquals = ParseErrorEquals(reader, isLast);
        reader.TakeText("Comment");
        var interval = reader.TakeInteger("IntervalSeconds", 1) ?? 1;
        var maxDelay = reader.TakeInteger("MaxDelaySeconds", 1, Retrier.LongestDelaySeconds);
        if (maxDelay <= interval)
            reader.Diagnostics.Invalid(
                $"'MaxDelaySeconds' must be greater than 'IntervalSeconds', which is {interval}.",
                reader.At("MaxDelaySeconds"));
        var retrier = new Retrier(errorEquals)
        {
            IntervalSeconds = interval,
            MaxAttempts = reader.TakeInteger("MaxAttempts", 0) ?? 3,
            BackoffRate = TakeBackoffRate(reader),
            MaxDelaySeconds = maxDelay,
            JitterStrategy = TakeJitterStrategy(reader),
        };
        reader.RefuseRest("a retrier");
        return retrier;
    }

    private Catcher? ParseCatcher(ObjectReader reader, bool isLast)
    {
        var errorEquals = ParseErrorEquals(reader, isLast);
        var comment = reader.TakeText("Comment");
        var next = context.TakeTarget(reader, "Next", isRequired: true);
        var data = queries.TakeCatcherFlow(reader);
        reader.RefuseRest("a catcher");
        return next is null
            ? null
            : new Catcher(errorEquals, next) { Comment = comment, Data = data };
    }

    private static List<string> ParseErrorEquals(ObjectReader reader, bool isLast)
    {
        var names = new List<string>();
        foreach (var (json, location) in reader.TakeArray("ErrorEquals", isRequired: true))
        {
            if (json.ValueKind == JsonValueKind.String && json.GetString()!.Length > 0)
                names.Add(json.GetString()!);
            else
                reader.Diagnostics.Invalid("An error name must be a string that is not empty.", location);
        }

        if (names.Contains(ErrorName.All) && names.Count > 1)
            reader.Diagnostics.Invalid($"'{ErrorName.All}' must be alone in 'ErrorEquals'.", reader.At("ErrorEquals"));
        if (names.Contains(ErrorName.All) && !isLast)
            reader.Diagnostics.Invalid(
                $"'{ErrorName.All}' must be in the last element, since nothing after it can match.",
                reader.At("ErrorEquals"));
        return names;
    }

    private static double TakeBackoffRate(ObjectReader reader)
    {
        if (reader.Take("BackoffRate") is not { } json)
            return 2.0;
        var rate = json.ValueKind == JsonValueKind.Number ? json.GetDouble() : 0;
        if (double.IsFinite(rate) && rate >= 1.0)
            return rate;
        reader.Diagnostics.Invalid(
            "The field 'BackoffRate' must be a number of at least 1.0.", reader.At("BackoffRate"));
        return 1.0;
    }

    private static JitterStrategy TakeJitterStrategy(ObjectReader reader)
    {
        switch (reader.TakeText("JitterStrategy"))
        {
            case null or "NONE":
                return JitterStrategy.None;
            case "FULL":
                return JitterStrategy.Full;
            case var other:
                reader.Diagnostics.Invalid(
                    $"'{other}' is not a jitter strategy; it must be FULL or NONE.", reader.At("JitterStrategy"));
                return JitterStrategy.None;
        }
    }
}
