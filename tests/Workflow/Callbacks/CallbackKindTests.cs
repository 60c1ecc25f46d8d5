namespace KakaoWorkflow.Tests.Workflow.Callbacks;

public sealed class CallbackKindTests
{
    [Theory]
    [InlineData(CallbackKind.Approved, true)]
    [InlineData(CallbackKind.Cancelled, true)]
    [InlineData(CallbackKind.Failed, true)]
    [InlineData(CallbackKind.Withdrawn, true)]
    [InlineData(CallbackKind.Refund, true)]
    [InlineData("Approved", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsKnown_OfItsNamesAlone(string? kind, bool isKnown) => CallbackKind.IsKnown(kind).ShouldBe(isKnown);
}
