namespace KakaoWorkflow.Tests.Lambdas.Pages;

/// <summary>What a browser is answered.</summary>
internal sealed class ShownPage(JsonObject answer)
{
    public string Body => answer["body"]!.GetValue<string>();

    private int Status => answer["statusCode"]!.GetValue<int>();

    private JsonObject Headers => answer["headers"]!.AsObject();

    public void ShouldBe(int status, string location)
    {
        (Status, Headers["location"]!.GetValue<string>()).ShouldBe((status, location));
        CheckHeaders();
    }

    public void ShouldShow(int status, string title, bool reloads)
    {
        Status.ShouldBe(status, Body);
        Body.ShouldContain($"<h1>{title}</h1>");
        Body.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal).ShouldBe(reloads);
        Headers["content-type"]!.GetValue<string>().ShouldBe("text/html; charset=utf-8");
        Headers["content-security-policy"]!.GetValue<string>().ShouldStartWith("default-src 'none'");
        Headers.ContainsKey("location").ShouldBeFalse();
        CheckHeaders();
    }

    private void CheckHeaders()
    {
        Headers["cache-control"]!.GetValue<string>().ShouldBe("no-store");
        Headers["referrer-policy"]!.GetValue<string>().ShouldBe("no-referrer");
        Headers["x-content-type-options"]!.GetValue<string>().ShouldBe("nosniff");
    }
}
