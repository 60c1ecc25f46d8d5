using KakaoWorkflow.Emulator.Deployment.Schedules;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>A function that runs by the clock (an event of type <c>Schedule</c> or <c>ScheduleV2</c>).</summary>
/// <param name="Name">The rule's or schedule's name.</param>
/// <param name="Arn">The rule's or schedule's ARN.</param>
/// <param name="FunctionName">The function.</param>
/// <param name="Expression">When.</param>
/// <param name="TimeZone">In which time zone a cron expression is read.</param>
/// <param name="Input">The event as JSON text, or null for the one that EventBridge writes.</param>
/// <param name="Enabled">Whether it runs at all.</param>
/// <param name="Source"><c>aws.events</c> for rules, <c>aws.scheduler</c> for schedules.</param>
internal sealed record ScheduleResource(
    string Name,
    string Arn,
    string FunctionName,
    ScheduleExpression Expression,
    TimeZoneInfo TimeZone,
    string? Input,
    bool Enabled,
    string Source);
