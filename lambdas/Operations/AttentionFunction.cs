using KakaoWorkflow.Attention;

namespace KakaoWorkflow.Lambdas.Operations;

/// <summary>Lists what waits for a person, and what to do about it. It changes nothing.</summary>
internal static class AttentionFunction
{
    public static FunctionHandler Create(FunctionServices services)
    {
        var records = new AttentionRecords(services.Table, services.Time);
        return JsonFunction.Of<EmptyCall, AttentionAnswer>(async (_, _) =>
        {
            var (open, isComplete) = await records.ListAsync();
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
}
