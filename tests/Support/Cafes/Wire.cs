using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KakaoWorkflow.Tests.Support.Cafes;

/// <summary>The line between a client and a service: notes each call, and lets a test do something before a call or to its answer.</summary>
internal sealed class Wire(HttpMessageHandler service) : DelegatingHandler(service)
{
    private readonly ConcurrentQueue<string> _operations = new();
    private readonly ConcurrentDictionary<string, string> _bodies = new(StringComparer.Ordinal);
    private (string Operation, Func<Task> Act)? _before;
    private (string Operation, Func<HttpResponseMessage, Task> Act)? _after;
    private (string Operation, HttpStatusCode Status, string Body, int Times)? _refusal;
    private bool _hangs;

    /// <summary>The operations called so far, in order.</summary>
    public IReadOnlyList<string> Operations => [.. _operations];

    /// <summary>What the last call of an operation has sent.</summary>
    public JsonObject LastBody(string operation) => (JsonObject)JsonNode.Parse(_bodies[operation])!;

    /// <summary>Does something once, right before the next call of an operation goes out.</summary>
    public void Before(string operation, Func<Task> act) => _before = (operation, act);

    /// <summary>Loses the answer of the next call of an operation: the service has done its work, the caller does not hear of it.</summary>
    public void LoseAnswer(string operation) => _after = (operation, _ => throw new HttpRequestException("The answer is lost."));

    /// <summary>Does something once, when the answer of the next call of an operation has come.</summary>
    public void After(string operation, Action act) => _after = (operation, _ =>
    {
        act();
        return Task.CompletedTask;
    }
    );

    /// <summary>Changes the JSON answer of the next call of an operation.</summary>
    public void Edit(string operation, Action<JsonObject> edit)
    {
        _after = (operation, EditAsync);

        async Task EditAsync(HttpResponseMessage response)
        {
            var body = (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            edit(body);
            response.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }
    }

    /// <summary>Answers the next calls of an operation itself; the service does not hear of them.</summary>
    public void Refuse(string operation, string body, int times, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        _refusal = (operation, status, body, times);

    /// <summary>Lets the conditions of the next writes of an operation fail, as if another had come first each time.</summary>
    public void RefuseCondition(string operation, int times) => Refuse(
        operation,
        operation == "TransactWriteItems"
            ? """{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"[ConditionalCheckFailed]","CancellationReasons":[{"Code":"ConditionalCheckFailed"}]}"""
            : """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","Message":"The conditional request failed"}""",
        times);

    /// <summary>From now on nothing is answered.</summary>
    public void Hang() => _hangs = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = OperationOf(request);
        _operations.Enqueue(operation);
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync(cancellationToken);
            _bodies[operation] = await request.Content.ReadAsStringAsync(cancellationToken);
        }
        if (_hangs)
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        if (_refusal is { Times: > 0 } refusal && refusal.Operation == operation)
        {
            _refusal = refusal with { Times = refusal.Times - 1 };
            return new HttpResponseMessage(refusal.Status)
            {
                Content = new StringContent(refusal.Body, Encoding.UTF8, "application/x-amz-json-1.0"),
                RequestMessage = request,
            };
        }
        if (_before is { } before && before.Operation == operation)
        {
            _before = null;
            await before.Act();
        }
        var response = await base.SendAsync(request, cancellationToken);
        if (_after is { } after && after.Operation == operation)
        {
            _after = null;
            await after.Act(response);
        }
        return response;
    }

    private static string OperationOf(HttpRequestMessage request) => request.Headers.TryGetValues("X-Amz-Target", out var targets)
        ? targets.Single().Split('.')[1]
        : request.RequestUri!.Segments[^1];
}
