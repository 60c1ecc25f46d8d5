using System.Net;
using System.Text;

namespace KakaoWorkflow.Tests.Workflow.KakaoPay;

/// <summary>Answers one prepared text and remembers the request as it came.</summary>
public sealed class StubHandler(HttpStatusCode status, string answer) : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string Body { get; private set; } = "";

    public int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        Calls++;
        Body = await request.Content!.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage(status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
    }
}
