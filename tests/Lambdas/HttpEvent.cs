using System.Text.Json.Nodes;
using System.Web;
using KakaoWorkflow.Tests.Workflow.Cafes;

namespace KakaoWorkflow.Tests.Lambdas;

/// <summary>Events of an HTTP API, payload format 2.0.</summary>
internal static class HttpEvent
{
    public static string Post(string path, string? body, string? skillKey = TestSettings.SkillKey, bool isBase64 = false)
    {
        var headers = new JsonObject { ["content-type"] = "application/json" };
        if (skillKey is not null)
            headers["x-api-key"] = skillKey;
        return Event("POST", path, headers, body, isBase64, query: null).ToJsonString();
    }

    public static string Get(string url, string userAgent = "Mozilla/5.0 (X11; Linux x86_64)")
    {
        var address = new Uri(new Uri(TestSettings.PublicBaseUrl), url);
        var query = HttpUtility.ParseQueryString(address.Query);
        var parameters = new JsonObject();
        foreach (var name in query.AllKeys)
            parameters[name!] = query[name];
        return Event(
            "GET", address.AbsolutePath, new JsonObject { ["user-agent"] = userAgent }, body: null, isBase64: false,
            parameters.Count > 0 ? parameters : null).ToJsonString();
    }

    private static JsonObject Event(string method, string path, JsonObject headers, string? body, bool isBase64, JsonObject? query) => new()
    {
        ["version"] = "2.0",
        ["routeKey"] = $"{method} {path}",
        ["rawPath"] = path,
        ["rawQueryString"] = "",
        ["headers"] = headers,
        ["queryStringParameters"] = query,
        ["requestContext"] = new JsonObject
        {
            ["http"] = new JsonObject { ["method"] = method, ["path"] = path, ["sourceIp"] = "192.0.2.1" },
            ["timeEpoch"] = 1_772_323_200_000,
        },
        ["body"] = body,
        ["isBase64Encoded"] = isBase64,
    };
}
