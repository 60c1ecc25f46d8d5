using KakaoWorkflow.Emulator.StepFunctions.Language.Failures;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Rules;

/// <summary>At least one breakage for each rule.</summary>
internal static class Mutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        InState("EveryTaskHasATimeout", "CommitOrder without TimeoutSeconds", "CommitOrder", state => state.Remove("TimeoutSeconds")),
        InState("EveryFunctionIsNamedLikeItsState", "CommitOrder calls the function of ReleasePoints", "CommitOrder", state =>
            state["Parameters"]!["FunctionName"] = Deployed.Stack.Functions.Single(it => it.Handler == "ReleasePoints").Arn),
        InState("ErrorNamesExistInTheCode", "Quote names an exception that was renamed", "Quote", state =>
        {
            Retrier(state, "OrderRejectedException")["ErrorEquals"] = new JsonArray("OrderRefusedException");
            Catcher(state, "OrderRejectedException")["ErrorEquals"] = new JsonArray("OrderRefusedException");
        }),
        InState("ThrottlingIsRetried", "Quote without the retrier for throttling", "Quote", state =>
            Remove(Retrier(state, "Lambda.TooManyRequestsException"))),
        InState("ThrottlingIsRetried", "ReleasePoints retries throttling without jitter", "ReleasePoints", state =>
            Retrier(state, "Lambda.TooManyRequestsException").Remove("JitterStrategy")),
        InState("RetryEndsWithEveryOtherError", "AnnounceOrder without retries", "AnnounceOrder", state => state.Remove("Retry")),
        InState("CatchEndsWithEveryOtherError", "AnnounceOrder without catchers", "AnnounceOrder", state => state.Remove("Catch")),
        InState("CatchEndsWithEveryOtherError", "PreparePayment catches everything but time-outs", "PreparePayment", state =>
            Catcher(state, ErrorName.All)["ErrorEquals"] = new JsonArray(ErrorName.TaskFailed)),
        InState("BusinessErrorsComeFirst", "ReservePoints retries a refusal", "ReservePoints", state =>
            Remove(Retrier(state, "OrderRejectedException"))),
        InState("TokenWaitsHandleTheirTimeout", "AwaitApproval begins again after 15 minutes", "AwaitApproval", state =>
            Remove(Retrier(state, ErrorName.Timeout)["ErrorEquals"]!.AsArray().Single(name => (string?)name == ErrorName.Timeout)!)),
        InState("EveryChoiceHasADefault", "ResumeFailedStep names its last step too", "ResumeFailedStep", state =>
        {
            state["Choices"]!.AsArray().Add(Rule("$failedStep", "StringEquals", "ReleasePoints", "ReleasePoints"));
            state.Remove("Default");
        }),
        InState("EveryCyclePauses", "the approval is sent again at once", "PauseBeforeApproval", state =>
        {
            state["Type"] = "Pass";
            state.Remove("Seconds");
        }),
        new("EveryStateIsReached", "a state behind a condition that never holds", (_, states) =>
        {
            states["PaymentNeeded"]!["Choices"]!.AsArray().Add(Rule("$.quote.amountDueWon", "NumericLessThan", 0, "Orphan"));
            states["Orphan"] = new JsonObject { ["Type"] = "Succeed" };
        }),
        new("HappyPathIsShort", "a ninth state", (_, states) =>
        {
            states["CommitOrder"]!["Next"] = "Breathe";
            states["Breathe"] = new JsonObject { ["Type"] = "Pass", ["Next"] = "AnnounceOrder" };
        }),
        new("WorstCaseFitsTheTimeout", "executions end after a week", (machine, _) => machine["TimeoutSeconds"] = 604_800),
        new("WorstCaseFitsTheTimeout", "executions never end", (machine, _) => machine.Remove("TimeoutSeconds")),
        InState("DataIsThereOnEveryPath", "ReleasePoints is told of a refund that most orders never had", "ReleasePoints", state =>
            state["Parameters"]!["Payload"]!["refundedWon.$"] = "$.refund.refundedWon"),
        InState("DataIsThereOnEveryPath", "a wrong amount leaves no $.error", "ApprovePayment", state =>
            Catcher(state, "ApprovedAmountMismatchException")["ResultPath"] = null),
        InState("StepsGetWhatTheyRead", "a message without its type", "AnnounceOrder", state =>
            state["Parameters"]!["MessageBody"]!.AsObject().Remove("type")),
        InState("StepsGetWhatTheyRead", "an ending that no order has", "PreparePayment", state =>
            Catcher(state, "PaymentRefusedException")["Assign"] = new JsonObject { ["ending"] = "ABANDONED" }),
        InState("StepsGetWhatTheyRead", "a reason that no order ends for", "PreparePayment", state =>
            Catcher(state, "PaymentUnavailableException")["Assign"]!["endReason"] = "MAINTENANCE"),
        InState("MoneyIsCommittedOrReturned", "an approval in doubt releases the points", "ResolvePayment", state =>
            Catcher(state, ErrorName.All)["Next"] = "ReleasePoints"),
        InState("MoneyIsCommittedOrReturned", "a wrong amount is kept", "ApprovePayment", state =>
            Catcher(state, "ApprovedAmountMismatchException")["Next"] = "ReleasePoints"),
        InState("MoneyIsCommittedOrReturned", "a capture that an inquiry finds is refunded", "ResolvePayment", state =>
            state["Next"] = "RefundPayment"),
        InState("PointsAreSettledOnce", "a refused payment leaves the points held", "PreparePayment", state =>
            Catcher(state, "PaymentRefusedException")["Next"] = "Rejected"),
        InState("AnApprovalIsNotRepeatedBlindly", "nobody notes that an approval was sent", "ApprovePayment", state =>
            Catcher(state, ErrorName.All).Remove("Assign")),
        InState("AnApprovalIsNotRepeatedBlindly", "a refused token makes a fresh start", "ApprovePayment", state =>
            Catcher(state, "PgTokenRefusedException").Remove("Assign")),
        InState("MoneyIsCommittedOrReturned", "a doubt that goes on is taken for money given back", "ResolvePayment", state =>
            Catcher(state, "PaymentGivenBackException")["ErrorEquals"] = new JsonArray("PaymentGivenBackException", "PaymentInDoubtException")),
        InState("ResumeReturnsToTheFailedStep", "AwaitApproval files its failure as another's", "AwaitApproval", state =>
            Catcher(state, ErrorName.All)["Assign"]!["failedStep"] = "PreparePayment"),
        InState("ResumeReturnsToTheFailedStep", "ResumeFailedStep forgets ReservePoints", "ResumeFailedStep", state =>
            Remove(state["Choices"]!.AsArray().Single(rule => (string?)rule!["Next"] == "ReservePoints")!)),
        InState("EveryEndTellsItsOutcome", "Rejected writes its outcome elsewhere", "Rejected", state => state["ResultPath"] = "$.result"),
    ];

    private static Mutation InState(string rule, string name, string state, Action<JsonObject> change) =>
        new(rule, name, (_, states) => change(states[state]!.AsObject()));

    private static JsonObject Retrier(JsonObject state, string error) => Entry(state, "Retry", error);

    private static JsonObject Catcher(JsonObject state, string error) => Entry(state, "Catch", error);

    private static JsonObject Entry(JsonObject state, string field, string error) => state[field]!.AsArray()
        .Single(entry => entry!["ErrorEquals"]!.AsArray().Any(name => (string?)name == error))!.AsObject();

    private static JsonObject Rule(string variable, string comparison, JsonNode value, string next) =>
        new() { ["Variable"] = variable, [comparison] = value, ["Next"] = next };

    private static void Remove(JsonNode entry) => entry.Parent!.AsArray().Remove(entry);
}
