using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KakaoWorkflow.Tests.Lambdas.Machine;

/// <summary>What <c>sam build</c> ships to a function is for the machine that the template names.</summary>
public sealed class MakefileTests : IDisposable
{
    private const byte Arm64 = 0xB7;
    private const byte X64 = 0x3E;

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    public MakefileTests()
    {
        File.Copy(Path.Combine(Root(), "Makefile"), Path.Combine(_folder, "Makefile"));
        File.Copy(Deployed.TemplatePath, Path.Combine(_folder, "template.yaml"));
        foreach (var source in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(_folder, source), "");
        foreach (var source in new[] { "workflow", "lambdas", "compat", "eng", "shipped" })
            Directory.CreateDirectory(Path.Combine(_folder, source));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("linux-arm64", Arm64, true)]
    [InlineData("linux-arm64", X64, false)]
    [InlineData("linux-x64", X64, false)]
    [InlineData("linux-riscv64", 0xF3, false)]
    public async Task Build_OfAFunction_ShipsOnlyWhatItsMachineRuns(string runtime, byte machine, bool isShipped)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/make"), "There is no make here.");
        Built(runtime, "compat", machine);

        (await MakeAsync($"RUNTIME={runtime}")).ShouldBe(isShipped ? 0 : 2);
        File.Exists(Path.Combine(_folder, "shipped", "bootstrap")).ShouldBe(isShipped);
    }

    [Fact]
    public async Task Build_OfOtherPackages_IsAnotherFile()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/make"), "There is no make here.");
        Built("linux-arm64", "nuget", Arm64, "from nuget");
        Built("linux-arm64", "compat", Arm64, "from compat");

        (await MakeAsync("AWS_PACKAGES=nuget")).ShouldBe(0);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "shipped", "bootstrap"), TestContext.Current.CancellationToken))
            .ShouldEndWith("from nuget");
    }

    private void Built(string runtime, string packages, byte machine, string rest = "")
    {
        var folder = Path.Combine(_folder, "artifacts", "lambda", runtime, packages, "publish");
        Directory.CreateDirectory(folder);
        var header = new byte[20];
        header[18] = machine;
        File.WriteAllBytes(Path.Combine(folder, "bootstrap"), [.. header, .. System.Text.Encoding.UTF8.GetBytes(rest)]);
    }

    private async Task<int> MakeAsync(string setting)
    {
        using var make = Process.Start(new ProcessStartInfo(
            "/usr/bin/make", ["build-QuoteFunction", $"ARTIFACTS_DIR={Path.Combine(_folder, "shipped")}", setting])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await make.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        return make.ExitCode;
    }

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");
}
