using System.Web;
using Events = KakaoWorkflow.Proof.Fuzzing.Worlds.HttpEvent;

namespace KakaoWorkflow.Tests.Lambdas;

/// <summary>Events of an HTTP API as the tests send them: with their key and their addresses.</summary>
internal static class HttpEvent
{
    public static string Post(string path, string? body, string? skillKey = TestSettings.SkillKey, bool isBase64 = false)
    {
        var headers = new JsonObject { ["content-type"] = "application/json" };
        if (skillKey is not null)
            headers["x-api-key"] = skillKey;
        return Events.Post(path, headers, body, isBase64).ToJsonString();
    }

    public static string Get(string url, string userAgent = "Mozilla/5.0 (X11; Linux x86_64)")
    {
        var address = new Uri(new Uri(TestSettings.PublicBaseUrl), url);
        var query = HttpUtility.ParseQueryString(address.Query);
        var parameters = new JsonObject();
        foreach (var name in query.AllKeys)
            parameters[name!] = query[name];
        return Events.Get(address.AbsolutePath, parameters.Count > 0 ? parameters : null, userAgent).ToJsonString();
    }
}
