using System.Diagnostics;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>template.yaml is read by PyYAML when it is deployed, and by another reader here.</summary>
public sealed class TemplateYamlTests
{
    private const string Load = """
        import sys, yaml
        class Loader(yaml.SafeLoader): pass
        Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
        yaml.load(sys.stdin.read(), Loader)
        """;

    [Fact]
    public void Template_IsTheSameToEveryReader() => Yaml11.Problems(Deployed.Template).ShouldBeEmpty();

    [Theory]
    [InlineData("a: { b: cron(30 1 * * ? *), c: 1 }", "question mark")]
    [InlineData("a: [x, y?]", "question mark")]
    [InlineData("a: on", "flag")]
    [InlineData("a: 12:30", "number")]
    [InlineData("a: 000123456789", "number")]
    [InlineData("a: 1\nb: { a: 2 }\na: 3", "line 3: 'a' is there twice")]
    [InlineData("a:\t1", "tab")]
    public void Problems_OfWhatReadersReadDifferently_AreNamed(string yaml, string problem) =>
        Yaml11.Problems(yaml).ShouldHaveSingleItem().ShouldContain(problem);

    [Theory]
    [InlineData("a: { b: \"cron(30 1 * * ? *)\", c: 'on' }")]
    [InlineData("a: cron(30 1 * * ? *)")]
    [InlineData("a: rate(1 minute)\nb: true\nc: 2010-09-09\nd: !Sub '${x}:on'")]
    public void Problems_OfPlainYaml_AreNone(string yaml) => Yaml11.Problems(yaml).ShouldBeEmpty();

    [Fact]
    public async Task Template_IsReadByPyYaml()
    {
        Assert.SkipUnless(await RunAsync("import yaml", "") is (0, _), "There is no python3 with PyYAML here.");
        (await RunAsync(Load, Deployed.Template)).ShouldBe((0, ""));
        (await RunAsync(Load, "a: { b: cron(30 1 * * ? *) }")).Code.ShouldBe(1);
    }

    private static async Task<(int Code, string Errors)> RunAsync(string program, string input)
    {
        using var python = new Process
        {
            StartInfo = new ProcessStartInfo("python3", ["-c", program])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            python.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
        await python.StandardInput.WriteAsync(input);
        python.StandardInput.Close();
        var errors = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (python.ExitCode, errors);
    }
}
