using KakaoWorkflow.Emulator.Deployment.Resources;

namespace KakaoWorkflow.Emulator.HttpApi;

/// <summary>One route of an HTTP API, ready to be matched.</summary>
internal sealed class HttpRoute(RouteResource route)
{
    private const string Default = "$default";
    private const string AnyMethod = "ANY";

    private readonly string[] _segments = route.Path.Split('/');

    public RouteResource Resource => route;

    /// <summary>What API Gateway calls the route: <c>GET /pay/{orderId}</c> or <c>$default</c>.</summary>
    public string Key => route.Path == Default ? Default : $"{route.Method} {route.Path}";

    /// <summary>
    /// How closely the route fits, as text that sorts the closest first: a literal segment before a variable before the rest of the
    /// path before <c>$default</c>; then a method before any. Null when it does not fit.
    /// </summary>
    public string? Match(string method, string[] path, Dictionary<string, string> parameters)
    {
        parameters.Clear();
        if (route.Method != AnyMethod && route.Method != method)
            return null;
        var methodRank = route.Method == AnyMethod ? '1' : '0';
        if (route.Path == Default)
            return $"3{methodRank}";

        var ranks = new List<char>(_segments.Length + 1);
        for (var index = 0; index < _segments.Length; index++)
        {
            if (index >= path.Length)
                return null;
            var segment = _segments[index];
            if (segment.EndsWith("+}", StringComparison.Ordinal))
            {
                parameters[segment[1..^2]] = string.Join('/', path[index..]);
                ranks.Add('2');
                return new string([.. ranks, methodRank]);
            }
            if (segment.StartsWith('{'))
            {
                if (path[index].Length == 0)
                    return null;
                parameters[segment[1..^1]] = path[index];
                ranks.Add('1');
            }
            else if (segment == path[index])
            {
                ranks.Add('0');
            }
            else
            {
                return null;
            }
        }
        return path.Length == _segments.Length ? new string([.. ranks, methodRank]) : null;
    }
}
