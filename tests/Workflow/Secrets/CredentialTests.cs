using System.Text.Json;

namespace KakaoWorkflow.Tests.Workflow.Secrets;

public sealed class CredentialTests
{
    private const string Text = "TASK-TOKEN-SECRET";

    [Fact]
    public void Credential_Printed_ShowsNothing()
    {
        var credential = new Credential(Text);
        credential.ToString().ShouldBe("***");
        $"{credential}".ShouldBe("***");
        credential.Reveal().ShouldBe(Text);
    }

    [Fact]
    public void Credentials_AreComparedByTheirTexts()
    {
        new Credential(Text).ShouldBe(new Credential(Text));
        new Credential(Text).ShouldNotBe(new Credential(Text + "x"));
    }

    [Fact]
    public void Json_IsTheBareText()
    {
        var json = Written(new Credential(Text));
        json.ShouldBe($"\"{Text}\"");
        Read(json).ShouldBe(new Credential(Text));
        Should.Throw<JsonException>(() => Read("7"));
    }

    private static string Written(Credential credential) => JsonSerializer.Serialize(credential, Options);

    private static Credential? Read(string json) => JsonSerializer.Deserialize<Credential>(json, Options);

    private static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };
}
