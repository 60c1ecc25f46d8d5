namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>A route of an HTTP API that ends at a function.</summary>
/// <param name="ApiId">The API's logical id.</param>
/// <param name="Method">Upper case, <c>ANY</c> for every method; also <c>ANY</c> for the default route.</param>
/// <param name="Path">For example <c>/pay/{orderId}</c>; <c>$default</c> takes what no other route takes.</param>
/// <param name="FunctionName">Which function answers.</param>
/// <param name="TimeoutMilliseconds">How long the API waits for the function: 30,000 at most, which is the default.</param>
/// <param name="Origin">Where the template says so.</param>
internal sealed record RouteResource(
    string ApiId, string Method, string Path, string FunctionName, int TimeoutMilliseconds, string Origin);
