using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace KakaoWorkflow.Tables;

/// <summary>The one DynamoDB table, seen through the few calls that the domain makes.</summary>
/// <remarks>
/// Every write that meets a transaction, or is throttled beyond the client's own patience, is sent again after a growing pause:
/// at most <see cref="MaxWriteAttempts"/> times in all, and no longer than its caller waits. Then the error is the caller's.
/// </remarks>
/// <param name="dynamoDb">The client; retries of lost calls are its own.</param>
/// <param name="tableName">The table's name.</param>
/// <param name="time">Paces the repeats of a write.</param>
public sealed class OrderTable(IAmazonDynamoDB dynamoDb, string tableName, TimeProvider time)
{
    /// <summary>How often a write is sent at most, while DynamoDB refuses it for a moment.</summary>
    public const int MaxWriteAttempts = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(40);

    /// <summary>The most items that one call reads by their keys (DynamoDB's limit).</summary>
    public const int MaxBatch = 100;

    /// <summary>How often what a batch left unread is asked for in all.</summary>
    public const int MaxBatchAttempts = 5;

    /// <summary>The table's name, for building transaction items.</summary>
    public string Name { get; } = tableName;

    /// <summary>Reads one item with strong consistency; null where there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> GetAsync(ItemKey key, CancellationToken cancellationToken = default)
    {
        var response = await dynamoDb.GetItemAsync(
            new GetItemRequest { TableName = Name, Key = key.ToAttributes(), ConsistentRead = true }, cancellationToken);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Reads items by their keys with strong consistency, in no order; those that are not there are left out.</summary>
    /// <param name="keys">At most <see cref="MaxBatch"/>, each once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProvisionedThroughputExceededException">DynamoDB left some unread <see cref="MaxBatchAttempts"/> times.</exception>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> GetManyAsync(
        IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, MaxBatch);
        var items = new List<Dictionary<string, AttributeValue>>();
        var left = keys.Select(key => key.ToAttributes()).ToList();
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            var response = await dynamoDb.BatchGetItemAsync(
                new BatchGetItemRequest
                {
                    RequestItems = new(StringComparer.Ordinal) { [Name] = new KeysAndAttributes { Keys = left, ConsistentRead = true } },
                },
                cancellationToken);
            items.AddRange(response.Responses?.GetValueOrDefault(Name) ?? []);
            left = response.UnprocessedKeys?.GetValueOrDefault(Name)?.Keys ?? [];
            if (left.Count > 0 && attempt == MaxBatchAttempts)
                throw new ProvisionedThroughputExceededException($"{left.Count} items were not read.");
            if (left.Count > 0)
                await PauseAsync(attempt, cancellationToken);
        }
        return items;
    }

    /// <summary>Writes one item.</summary>
    /// <exception cref="ConditionalCheckFailedException">The condition does not hold; nothing was written.</exception>
    public Task PutAsync(Put put, CancellationToken cancellationToken = default) => WriteAsync(
        () => dynamoDb.PutItemAsync(
            new PutItemRequest
            {
                TableName = Name,
                Item = put.Item,
                ConditionExpression = put.ConditionExpression,
                ExpressionAttributeNames = put.ExpressionAttributeNames,
                ExpressionAttributeValues = put.ExpressionAttributeValues,
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Changes one item and answers the whole item after the change.</summary>
    /// <exception cref="ConditionalCheckFailedException">The condition does not hold; nothing was written. Its <c>Item</c> is the item as it is, where there is one.</exception>
    public async Task<Dictionary<string, AttributeValue>> UpdateAsync(Update update, CancellationToken cancellationToken = default)
    {
        var response = await WriteAsync(
            () => dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = Name,
                    Key = update.Key,
                    UpdateExpression = update.UpdateExpression,
                    ConditionExpression = update.ConditionExpression,
                    ExpressionAttributeNames = update.ExpressionAttributeNames,
                    ExpressionAttributeValues = update.ExpressionAttributeValues,
                    ReturnValues = ReturnValue.ALL_NEW,
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                },
                cancellationToken),
            cancellationToken);
        return response.Attributes ?? [];
    }

    /// <summary>Changes one item if its conditions hold.</summary>
    /// <returns>The whole item after the change; null when a condition does not hold: nothing was written.</returns>
    internal async Task<Dictionary<string, AttributeValue>?> TryUpdateAsync(ItemChange change, CancellationToken cancellationToken = default)
    {
        try
        {
            return await UpdateAsync(change.ToUpdate(Name), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }

    /// <summary>Writes all items or none.</summary>
    /// <returns>True when written; false when a condition does not hold: the caller reads what is there.</returns>
    /// <exception cref="TransactionCanceledException">Cancelled for another reason than a condition.</exception>
    public async Task<bool> TransactAsync(List<TransactWriteItem> items, CancellationToken cancellationToken = default)
    {
        try
        {
            await WriteAsync(
                () => dynamoDb.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = items }, cancellationToken),
                cancellationToken);
            return true;
        }
        catch (TransactionCanceledException error) when (PassingRefusal.FailsCondition(error))
        {
            return false;
        }
    }

    /// <summary>Reads one page of a partition or an index.</summary>
    public async Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        request.TableName = Name;
        return await dynamoDb.QueryAsync(request, cancellationToken);
    }

    /// <summary>Reads a partition or an index page by page, up to a number of items.</summary>
    /// <param name="request">What is read; its limit and its start are set here.</param>
    /// <param name="max">The most items that are answered; one more is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items, and whether these are all.</returns>
    public async Task<(List<Dictionary<string, AttributeValue>> Items, bool IsComplete)> QueryItemsAsync(
        QueryRequest request, int max, CancellationToken cancellationToken = default)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        do
        {
            request.Limit = max + 1 - items.Count;
            var page = await QueryAsync(request, cancellationToken);
            items.AddRange(page.Items ?? []);
            if (items.Count > max)
                return (items[..max], false);
            request.ExclusiveStartKey = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
        }
        while (request.ExclusiveStartKey is not null);
        return (items, true);
    }

    private async Task<TResponse> WriteAsync<TResponse>(Func<Task<TResponse>> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await send();
            }
            catch (AmazonDynamoDBException error) when (attempt < MaxWriteAttempts && PassingRefusal.IsOne(error))
            {
                await PauseAsync(attempt, cancellationToken);
            }
        }
    }

    private Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(FirstPause * (1 << (attempt - 1)), time, cancellationToken);
}
