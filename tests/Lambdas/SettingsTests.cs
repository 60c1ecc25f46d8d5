using System.Globalization;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Paying;
using KakaoWorkflow.Payments;
using KakaoWorkflow.Pricing;
using KakaoWorkflow.Reconciling;
using KakaoWorkflow.Tests.Lambdas.Machine;
using KakaoWorkflow.Tests.Lambdas.Machine.Templates;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas;

public sealed class SettingsTests
{
    public static TheoryData<string> Names => [.. Settings.All.Select(setting => setting.Variable)];

    [Fact]
    public void Rules_WhereNothingIsSet_AreThoseOfTheWorkflow()
    {
        Settings.Pricing(With()).ShouldBe(new PricingRules());
        Settings.Reconciling(With()).ShouldBe(new ReconcileRules());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Setting_WithinItsRange_IsTaken_AndOneBeyondIsRefusedByItsName(string variable)
    {
        var setting = Settings.All.Single(setting => setting.Variable == variable);
        foreach (var value in new[] { setting.Min, setting.Default, setting.Max })
            setting.Read(With(variable, Text(value))).ShouldBe(value);
        foreach (var value in new[] { Text(setting.Min - 1L), Text(setting.Max + 1L), "1.5", "many" })
        {
            var error = Should.Throw<MissingVariableException>(() => setting.Read(With(variable, value)));
            error.Variable.ShouldBe(variable);
            error.Message.ShouldNotContain(value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Setting_ThatIsChanged_ChangesOneOfTheRules(string variable)
    {
        var setting = Settings.All.Single(setting => setting.Variable == variable);
        if (setting == Settings.KakaoPayTimeoutSeconds || setting == Settings.CustomerCancelMinutes)
            return;
        var changed = With(variable, Text(setting.Max == setting.Default ? setting.Min : setting.Max));
        (Settings.Pricing(changed), Settings.Reconciling(changed)).ShouldNotBe((new PricingRules(), new ReconcileRules()));
    }

    [Theory]
    [InlineData("Quote", "POINTS_EARN_PERCENT", "101")]
    [InlineData("CommitOrder", "POINTS_EARN_WHEN_SPENDING", "2")]
    [InlineData("OrderSheet", "SHEET_LIFETIME_MINUTES", "0")]
    [InlineData("Pay", "MAX_QUANTITY_PER_LINE", "1001")]
    [InlineData("ReconcileOrders", "RECONCILE_MAX_DURATION_SECONDS", "41")]
    [InlineData("PreparePayment", "KAKAOPAY_TIMEOUT_SECONDS", "61")]
    public void Function_WithASettingOutOfItsRange_DoesNotStart(string function, string variable, string value) =>
        Should.Throw<MissingVariableException>(() => FunctionCatalog.Create(function, With(variable, value))).Variable.ShouldBe(variable);

    /// <summary>What some settings must outlast, whatever a café chooses.</summary>
    [Fact]
    public void Ranges_EndWhereTheWorkflowWouldBreak()
    {
        TimeSpan.FromSeconds(Settings.HintPatienceSeconds.Min)
            .ShouldBeGreaterThan(SettleCallback.LookAgainAfter.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause));
        TimeSpan.FromSeconds(Settings.PaymentPatienceSeconds.Min).ShouldBe(PaymentTerms.ApprovalWindow + PaymentTerms.Grace);
        foreach (var task in OrderMachine.AsDeployed.Tasks)
            Deployed.Stack.Functions.Where(function => function.Handler == task.Name)
                .ShouldAllBe(function => function.TimeoutSeconds < Settings.ExecutionGraceSeconds.Min);
    }

    /// <summary>What a café sees in the template is what holds without a choice, and no value that the template takes is refused later.</summary>
    [Fact]
    public void TemplateParameters_HaveTheDefaultsAndRangesOfTheirSettings()
    {
        var references = TemplateResource.Functions
            .SelectMany(function => function.Properties["Environment"]!["Variables"]!.AsObject())
            .Select(variable => (variable.Key, Parameter: variable.Value?["Ref"]?.ToString()))
            .Distinct()
            .Join(Settings.All, variable => variable.Key, setting => setting.Variable, (variable, setting) => (variable.Parameter, setting))
            .ToList();

        references.Count.ShouldBe(6);
        foreach (var (name, setting) in references)
        {
            var parameter = TemplateResource.Document["Parameters"]![name!]!;
            Number("Default").ShouldBe(setting.Default, name);
            Number("MinValue").ShouldBe(setting.Min, name);
            // The functions' time-outs leave room for no longer wait for KakaoPay.
            Number("MaxValue").ShouldBe(setting == Settings.KakaoPayTimeoutSeconds ? 15 : setting.Max, name);

            int Number(string key) => int.Parse(parameter[key]!.ToString(), CultureInfo.InvariantCulture);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static FunctionEnvironment With(string? variable = null, string? value = null)
    {
        var variables = TestSettings.Variables(TestTable.Nowhere);
        if (variable is not null)
            variables[variable] = value!;
        return new FunctionEnvironment(variables.GetValueOrDefault, new FakeTimeProvider(), new SeededRandomSource(1).Fill);
    }
}
