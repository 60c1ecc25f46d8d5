using KakaoWorkflow.Emulator.Deployment;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

public sealed class ProjectTemplateTests
{
    [Fact]
    public void ProjectTemplate_Read_NamesEveryFunctionOfTheCatalogue()
    {
        var folder = AppContext.BaseDirectory;
        var settings = new StackSettings { Parameters = new Dictionary<string, string> { ["PublicBaseUrl"] = "http://127.0.0.1:8080" } };
        var stack = SamTemplate.Read(File.ReadAllText(Path.Combine(folder, "template.yaml")), settings);

        stack.StateMachines.Single().Substitute(File.ReadAllText(Path.Combine(folder, "statemachine.asl.json"))).ShouldNotContain("${");
        stack.Tables.Single().GlobalIndexes.ShouldNotBeEmpty();
        stack.EventSources.ShouldAllBe(source => source.ReportsBatchItemFailures);
        stack.Functions.Select(function => function.Handler).ShouldBe(FunctionCatalog.Names, ignoreOrder: true);
        stack.Functions.SelectMany(function => function.Variables.Values).ShouldNotContain(value => value.Contains("${", StringComparison.Ordinal));
    }
}
