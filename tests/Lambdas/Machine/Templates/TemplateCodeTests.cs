using System.Text.RegularExpressions;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>Template, state machine and code name the same things.</summary>
public sealed partial class TemplateCodeTests
{
    [Fact]
    public void Substitutions_AreTheDefinitionsPlaceholders() =>
        Deployed.StateMachine.Substitutions.Keys.ShouldBe(
            Placeholder().Matches(Deployed.Definition).Select(match => match.Groups["name"].Value).Distinct(), ignoreOrder: true);

    [Fact]
    public void Handlers_AreTheFunctionsOfTheCode() =>
        Deployed.Stack.Functions.Select(function => function.Handler).ShouldBe(FunctionCatalog.Names, ignoreOrder: true);

    [Fact]
    public void Definition_IsTheFileOfTheRepository() => Deployed.StateMachine.DefinitionUri.ShouldBe("statemachine.asl.json");

    /// <summary>Nobody has to remember a default: Lambda's are 3 seconds and 128 MB.</summary>
    [Theory]
    [InlineData("Timeout")]
    [InlineData("MemorySize")]
    [InlineData("Architectures")]
    [InlineData("Runtime")]
    [InlineData("Description")]
    [InlineData("LoggingConfig")]
    [InlineData("Tracing")]
    public void Functions_SayAllThatMatters(string property) =>
        TemplateResource.Functions.Where(function => function.Properties[property] is null).ShouldBeEmpty();

    /// <summary>Functions of <c>provided.al2023</c> have no build method of their own; the Makefile has one for all.</summary>
    [Fact]
    public void Functions_AreBuiltByTheMakefile() => TemplateResource.Functions
        .Where(function => function.Metadata["BuildMethod"]?.GetValue<string>() != "makefile"
            || function.Properties["Runtime"]!.GetValue<string>() != "provided.al2023")
        .ShouldBeEmpty();

    [GeneratedRegex(@"\$\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
