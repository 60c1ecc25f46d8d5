using System.Text.Json.Serialization;

namespace KakaoWorkflow.Emulator.StepFunctions.Histories;

/// <summary>What an event adds to its type: AWS's members, and those that the engine needs to rebuild the execution.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(ExecutionStartedDetails), "started")]
[JsonDerivedType(typeof(OutputDetails), "output")]
[JsonDerivedType(typeof(ErrorDetails), "error")]
[JsonDerivedType(typeof(RedrivenDetails), "redriven")]
[JsonDerivedType(typeof(StateEnteredDetails), "entered")]
[JsonDerivedType(typeof(StateExitedDetails), "exited")]
[JsonDerivedType(typeof(TaskScheduledDetails), "scheduled")]
[JsonDerivedType(typeof(TaskStartedDetails), "task")]
[JsonDerivedType(typeof(FanOutDetails), "fan-out")]
[JsonDerivedType(typeof(MapIterationDetails), "iteration")]
[JsonDerivedType(typeof(RetryDetails), "retry")]
[JsonDerivedType(typeof(HeartbeatDetails), "heartbeat")]
internal abstract record EventDetails;
