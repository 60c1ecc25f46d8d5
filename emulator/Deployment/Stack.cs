using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Emulator.Deployment;

/// <summary>
/// What a template deploys, every reference resolved. Dynamic references to secrets
/// (<c>{{resolve:…}}</c>) are still in the text: <see cref="DynamicReference"/> finds them, so that no secret is in here.
/// </summary>
/// <param name="Settings">What the template was read with.</param>
/// <param name="Functions">In the template's order, as all lists here.</param>
/// <param name="Queues">The queues.</param>
/// <param name="Tables">The tables.</param>
/// <param name="StateMachines">The state machines.</param>
/// <param name="Routes">The routes of all HTTP APIs.</param>
/// <param name="EventSources">Queues that feed functions.</param>
/// <param name="Schedules">Functions that run by the clock.</param>
/// <param name="Outputs">The template's outputs by name.</param>
internal sealed record Stack(
    StackSettings Settings,
    IReadOnlyList<FunctionConfiguration> Functions,
    IReadOnlyList<QueueResource> Queues,
    IReadOnlyList<TableResource> Tables,
    IReadOnlyList<StateMachineResource> StateMachines,
    IReadOnlyList<RouteResource> Routes,
    IReadOnlyList<EventSourceResource> EventSources,
    IReadOnlyList<ScheduleResource> Schedules,
    IReadOnlyDictionary<string, string> Outputs);
