using KakaoWorkflow.Proof.Injection;

namespace KakaoWorkflow.Proof.Matrix;

/// <summary>Says of each call of a run what goes wrong with it: the scenario's own faults, and a plan's.</summary>
/// <param name="scenario">Its faults strike where the plan's do not.</param>
/// <param name="plan">What else goes wrong; null for nothing.</param>
internal sealed class PlanLaw(FaultScenario scenario, FaultPlan? plan)
{
    private readonly Lock _lock = new();
    private int? _callsSince;

    /// <summary>Whether everything that the plan has did go wrong.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>What goes wrong with a call; null for nothing. To be asked once per call, in their order.</summary>
    public FaultKind? Strike(CallName call)
    {
        lock (_lock)
            return StrikeByPlan(call) ?? scenario.Faults.FirstOrDefault(fault => fault.Call == call)?.Kind;
    }

    private FaultKind? StrikeByPlan(CallName call)
    {
        if (plan is null)
            return null;
        if (call == plan.First.Call)
        {
            (_callsSince, HasStruck) = (0, plan.Second is null);
            return plan.First.Kind;
        }
        if (_callsSince is null || plan.Second is not { } second || IsLook(call) || ++_callsSince != second.CallsLater)
            return null;
        HasStruck = Fault.KindsOf(call).Contains(second.Kind);
        return HasStruck ? second.Kind : null;
    }

    /// <summary>The reconciler asks the index for each mark again and again: those calls would stand between all others.</summary>
    private static bool IsLook(CallName call) => call is { Function: "ReconcileOrders", Operation: "Query" };
}
