using KakaoWorkflow.Emulator.Hosting;

namespace KakaoWorkflow.Tests.Emulator.Hosting;

public sealed class SecretFileTests : IDisposable
{
    private static readonly DynamicReference Key = new("secretsmanager", "shop", "key");

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private string File => Path.Combine(_folder, "secrets.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Value_ThatIsMissing_IsMadeUpOnceAndKeptForItsOwner()
    {
        var value = SecretFile.Open(File, new SystemRandomSource()).Value(Key);
        Convert.FromBase64String(value).Length.ShouldBe(32);
        SecretFile.Open(File, new SystemRandomSource()).Value(Key).ShouldBe(value);
        SecretFile.Open(File, new SystemRandomSource()).Value(new DynamicReference("ssm", "/other", null)).ShouldNotBe(value);
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Value_OfTheUser_IsUsed()
    {
        System.IO.File.WriteAllText(File, """{"secretsmanager":{"shop":{"key":"mine"}}}""");
        SecretFile.Open(File, new SystemRandomSource()).Value(Key).ShouldBe("mine");
        SecretFile.Open(File, new SystemRandomSource()).Value(Key with { Key = null }).ShouldBe("""{"key":"mine"}""");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[\"hidden-value\"]")]
    [InlineData("""{"secretsmanager":"hidden-value"}""")]
    [InlineData("""{"secretsmanager":{"shop":{"key":["hidden-value"]}}}""")]
    public void File_ThatIsWrong_IsRefusedWithoutItsContent(string text)
    {
        System.IO.File.WriteAllText(File, text);
        Should.Throw<InvalidOperationException>(() => SecretFile.Open(File, new SystemRandomSource()).Value(Key))
            .Message.ShouldNotContain("hidden-value");
    }
}
