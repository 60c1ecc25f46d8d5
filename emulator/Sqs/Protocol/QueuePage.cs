using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.Sqs.Queues;

namespace KakaoWorkflow.Emulator.Sqs.Protocol;

/// <summary>One page of a list of queues: those whose names come after the last page's last.</summary>
/// <param name="Size">1 to 1,000.</param>
/// <param name="Asked">Whether the caller named a size; only then AWS answers a token for more.</param>
/// <param name="After">The last name of the page before; null for the first page.</param>
internal sealed record QueuePage(int Size, bool Asked, string? After)
{
    public static QueuePage Read(RequestReader request)
    {
        var size = request.OptionalNumber("MaxResults");
        var token = request.OptionalText("NextToken");
        if (size is < 1 or > SqsLimits.PageOfQueues)
            throw SqsErrors.InvalidParameterValue($"MaxResults {size} is not between 1 and {SqsLimits.PageOfQueues}.");
        if (token is not null && !Base64Url.IsValid(token))
            throw SqsErrors.InvalidParameterValue("NextToken was not issued by this operation.");
        return new QueuePage(
            size ?? SqsLimits.PageOfQueues,
            size is not null,
            token is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)));
    }

    /// <param name="member">The answer's member for the URLs.</param>
    /// <param name="queues">All queues of the list, in the order of their names.</param>
    public JsonObject Answer(string member, IReadOnlyList<QueueDescription> queues)
    {
        var rest = queues.Where(queue => After is null || string.CompareOrdinal(queue.Name, After) > 0).ToList();
        var answer = new JsonObject();
        if (rest.Count > 0)
            answer[member] = new JsonArray([.. rest.Take(Size).Select(queue => JsonValue.Create(queue.Url.ToString()))]);
        if (Asked && rest.Count > Size)
            answer["NextToken"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(rest[Size - 1].Name));
        return answer;
    }
}
