using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KakaoWorkflow.Emulator.StepFunctions.Language;
using KakaoWorkflow.Tests.Lambdas.Machine.Exploration;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>
/// A path that finds nothing ends the execution, and with it the order: no catcher sees it. So every field whose name ends in
/// <c>.$</c> finds its value in every situation that an execution can come into.
/// </summary>
public sealed class PathTests
{
    private const string Suffix = ".$";
    private const string Answer = "$.Payload.";

    /// <summary>What each function answers whose answer is selected from.</summary>
    private static readonly Dictionary<string, JsonTypeInfo> Answers = new(StringComparer.Ordinal)
    {
        [StateName.Quote] = LambdaJson.Default.OrderQuote,
        [StateName.PreparePayment] = LambdaJson.Default.PreparedPayment,
        [StateName.ApprovePayment] = LambdaJson.Default.ApprovedPayment,
        [StateName.ResolvePayment] = LambdaJson.Default.ApprovedPayment,
        [StateName.CommitOrder] = LambdaJson.Default.CommittedOrder,
        [StateName.RefundPayment] = LambdaJson.Default.RefundedPayment,
        [StateName.ReleasePoints] = LambdaJson.Default.Released,
    };

    /// <summary>Each such field, by its place in the definition.</summary>
    public static TheoryData<string> Paths { get; } = [.. Places(JsonNode.Parse(Deployed.Definition)!["States"]!).Select(field => field.GetPath())];

    public static TheoryData<string, string> Selected { get; } = new(
        from state in JsonNode.Parse(Deployed.Definition)!["States"]!.AsObject()
        where state.Value!["ResultSelector"] is not null
        from field in Places(state.Value["ResultSelector"]!)
        select (state.Key, field.GetValue<string>()));

    [Fact]
    public void EveryPath_InEverySituation_FindsItsValue() =>
        OrderMachine.AsDeployed.Space.Messages(FindingKind.Data).ShouldBeEmpty();

    /// <summary>Otherwise the walk does not come by, and the test above says nothing of this field.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Path_ThatFindsNothing_IsNoticed(string place)
    {
        try
        {
            var broken = OrderMachine.AsDeployed.With((_, states) =>
                Places(states).Single(it => it.GetPath() == place).ReplaceWith("$.absent"));
            broken.Space.Messages(FindingKind.Data).ShouldNotBeEmpty();
        }
        catch (InvalidDefinitionException refused)
        {
            // A task that waits for its token must hand it on.
            refused.Message.ShouldContain("Task.Token");
        }
    }

    [Theory]
    [MemberData(nameof(Selected))]
    public void Answer_OfAFunction_AlwaysHasWhatIsSelectedFromIt(string state, string path)
    {
        path.ShouldStartWith(Answer);
        var selected = Answers[state].Properties.Single(it => it.Name == path[Answer.Length..]);
        var property = (PropertyInfo)selected.AttributeProvider!;
        var mayBeNull = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

        var isWritten = !mayBeNull || property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Never };
        isWritten.ShouldBeTrue($"{property.DeclaringType!.Name}.{property.Name} may be null, and null is left out of the answer");
    }

    private static List<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject fields => [.. fields.Where(field => field.Value is not null).SelectMany(field =>
            field.Key.EndsWith(Suffix, StringComparison.Ordinal) ? [field.Value!] : Places(field.Value!))],
        JsonArray items => [.. items.OfType<JsonNode>().SelectMany(Places)],
        _ => [],
    };
}
