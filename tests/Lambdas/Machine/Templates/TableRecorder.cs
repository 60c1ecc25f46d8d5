using System.Reflection;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Time.Testing;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>Keeps the requests that the code makes, and answers them from a few items. It knows no conditions.</summary>
public class TableRecorder : DispatchProxy
{
    private readonly List<Dictionary<string, AttributeValue>> _items = [];

    public static DateTimeOffset Now { get; } = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public List<AmazonDynamoDBRequest> Requests { get; } = [];

    /// <summary>The items that were put, in transactions or alone.</summary>
    public IEnumerable<Dictionary<string, AttributeValue>> PutItems => Requests.SelectMany(request => request switch
    {
        PutItemRequest put => [put.Item],
        TransactWriteItemsRequest transaction => transaction.TransactItems.Where(part => part.Put is not null).Select(part => part.Put.Item),
        _ => [],
    });

    /// <summary>The expressions of updates, in transactions or alone.</summary>
    public IEnumerable<string> UpdateExpressions => Requests.SelectMany(request => request switch
    {
        UpdateItemRequest update => [update.UpdateExpression],
        TransactWriteItemsRequest transaction =>
            transaction.TransactItems.Where(part => part.Update is not null).Select(part => part.Update.UpdateExpression),
        _ => [],
    });

    public static (TableRecorder Recorder, OrderTable Table) Create(params IEnumerable<Dictionary<string, AttributeValue>> items)
    {
        var client = Create<IAmazonDynamoDB, TableRecorder>();
        var recorder = (TableRecorder)(object)client;
        recorder._items.AddRange(items);
        return (recorder, new OrderTable(client, "table", new FakeTimeProvider(Now)));
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is not [AmazonDynamoDBRequest request, ..])
            throw new NotSupportedException($"The code under test calls {targetMethod?.Name}.");
        Requests.Add(request);
        return request switch
        {
            GetItemRequest get => Task.FromResult(new GetItemResponse { Item = _items.Find(item => Has(item, get.Key)) }),
            QueryRequest => Task.FromResult(new QueryResponse { Items = _items }),
            PutItemRequest => Task.FromResult(new PutItemResponse()),
            UpdateItemRequest => Task.FromResult(new UpdateItemResponse()),
            TransactWriteItemsRequest => Task.FromResult(new TransactWriteItemsResponse()),
            _ => throw new NotSupportedException($"The code under test sends {request.GetType().Name}."),
        };
    }

    private static bool Has(Dictionary<string, AttributeValue> item, Dictionary<string, AttributeValue> key) =>
        key.All(part => item.TryGetValue(part.Key, out var value) && value.S == part.Value.S);
}
