namespace KakaoWorkflow.Tests.Emulator.Deployment;

public sealed class DynamicReferenceTests
{
    [Theory]
    [InlineData("plain {text}", "plain {text}")]
    [InlineData("{{resolve:secretsmanager:shop/key:SecretString:api}}", "<secretsmanager shop/key api>")]
    [InlineData("a-{{resolve:secretsmanager:shop:SecretString:one}}-{{resolve:ssm:/two:3}}", "a-<secretsmanager shop one>-<ssm /two >")]
    [InlineData("{{resolve:secretsmanager:shop:SecretString:api:AWSCURRENT}}", "<secretsmanager shop api>")]
    [InlineData("{{resolve:secretsmanager:shop}}", "<secretsmanager shop >")]
    [InlineData("{{resolve:ssm-secure:name}}", "<ssm-secure name >")]
    [InlineData("{{resolve:secretsmanager:arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:shop:SecretString:api}}", "<secretsmanager shop api>")]
    [InlineData("{{resolve:secretsmanager:arn:aws:secretsmanager:ap-northeast-2:000000000000:secret:shop}}", "<secretsmanager shop >")]
    public void Reference_InAText_IsReplaced(string text, string expected) =>
        DynamicReference.Resolve(text, "P", it => $"<{it.Service} {it.Name} {it.Key}>").ShouldBe(expected);

    [Theory]
    [InlineData("{{resolve:vault:x}}")]
    [InlineData("{{resolve:ssm}}")]
    [InlineData("{{resolve:ssm:name:latest}}")]
    [InlineData("{{resolve:secretsmanager:shop:SecretBinary:api}}")]
    [InlineData("{{resolve:secretsmanager:shop:SecretString:a:b:c:d}}")]
    public void Reference_OfAnotherForm_IsRefusedWithItsPath(string text) =>
        Should.Throw<TemplateException>(() => DynamicReference.Resolve(text, "Resources.X", _ => "")).Path.ShouldBe("Resources.X");
}
