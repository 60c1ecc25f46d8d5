using KakaoWorkflow.Attention;
using KakaoWorkflow.Calendar;
using KakaoWorkflow.Local.Demo;

namespace KakaoWorkflow.Local.Commands;

/// <summary>Prints what waits for a person, by Korea's clock, and what to do about it.</summary>
internal static class AttentionText
{
    public static async Task<int> PrintAsync(Cafe cafe, CommandOutput output)
    {
        var (open, isComplete) = await cafe.Attention.ListAsync();
        foreach (var record in AttentionRecords.InOrder(open))
        {
            await output.Out.WriteLineAsync(
                $"{record.Kind,-17} {record.Subject,-14} since {Shown(record.Since)}, last look {Shown(record.LastLookAt)}");
            await output.Out.WriteLineAsync($"    {record.Detail}");
            await output.Out.WriteLineAsync($"    {AttentionAdvice.WhatToDo(record.Kind)}");
        }
        await output.Out.WriteLineAsync($"{open.Count} matters{(isComplete ? "" : ", and more")}");
        return 0;
    }

    private static string Shown(DateTimeOffset instant) => KoreanTime.Of(instant).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
