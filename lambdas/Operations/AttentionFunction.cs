using KakaoWorkflow.Attention;
using KakaoWorkflow.Lambdas.Kit;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>Lists what waits for a person, and what to do about it. It changes nothing.</summary>
internal static class AttentionFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var records = new AttentionRecords(services.Table, services.Time);
        return JsonFunction.Of<EmptyCall, AttentionAnswer>(services, async (_, _, token) =>
        {
            var (open, isComplete) = await records.ListAsync(token);
            return new AttentionAnswer(
                [
                    .. AttentionRecords.InOrder(open).Select(record => new AttentionMatter(
                        record.Kind, record.Subject, record.OrderId, record.Since, record.LastLookAt, record.Detail,
                        AttentionAdvice.WhatToDo(record.Kind))),
                ],
                AttentionRecords.Count(open),
                isComplete);
        });
    }

    /// <param name="Matters">What waits for a person, the most urgent kind first, the oldest of a kind first.</param>
    /// <param name="Counts">How many there are by kind; every kind is there.</param>
    /// <param name="IsComplete">Whether these are all.</param>
    internal sealed record AttentionAnswer(IReadOnlyList<AttentionMatter> Matters, IReadOnlyDictionary<string, int> Counts, bool IsComplete);

    /// <param name="Kind">One of <see cref="AttentionKind"/>.</param>
    /// <param name="Subject">What it is about: an order, a day or a part of the system.</param>
    /// <param name="OrderId">The order; null where it is about none.</param>
    /// <param name="Since">When it was first seen.</param>
    /// <param name="LastLookAt">When the code last saw that it still is so.</param>
    /// <param name="Detail">What is known.</param>
    /// <param name="WhatToDo">What a person does about it, in Korean.</param>
    internal sealed record AttentionMatter(
        string Kind, string Subject, string? OrderId, DateTimeOffset Since, DateTimeOffset LastLookAt, string Detail, string WhatToDo);
}
