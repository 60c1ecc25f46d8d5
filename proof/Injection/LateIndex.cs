using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.DynamoDb;

namespace KakaoWorkflow.Proof.Injection;

/// <summary>
/// Makes the indexes of a table late, as they may be on AWS: a query of one is answered by a second table, which shows what the
/// first one held minutes ago. No state that there was is skipped: each is shown at one look at least, before the next one is.
/// </summary>
internal sealed class LateIndex : IDisposable
{
    private const int BatchItems = 25;

    private readonly IAmazonDynamoDB _dynamoDb;
    private readonly TableResource _table;
    private readonly string _shownName;
    private readonly TimeSpan _lag;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<State> _states = [State.Empty];
    private IReadOnlyDictionary<string, Entry> _written = State.Empty.Entries;
    private DateTimeOffset _lastLook = DateTimeOffset.MinValue;
    private int _shown;

    private LateIndex(IAmazonDynamoDB dynamoDb, TableResource table, string shownName, TimeSpan lag, TimeProvider time) =>
        (_dynamoDb, _table, _shownName, _lag, _time) = (dynamoDb, table, shownName, lag, time);

    /// <summary>Makes a table's indexes late.</summary>
    /// <param name="dynamoDb">Reaches the server and nothing between; the caller's.</param>
    /// <param name="table">The table, which is empty or holds nothing that is in an index.</param>
    /// <param name="lag">How late they are, at least.</param>
    /// <param name="time">The clock of the lag.</param>
    /// <param name="clock">The machine's own clock.</param>
    public static async Task<LateIndex> OpenAsync(IAmazonDynamoDB dynamoDb, TableResource table, TimeSpan lag, TimeProvider time, TimeProvider clock)
    {
        var shown = table with { Name = table.Name + "-late", TimeToLiveAttribute = null };
        await new DynamoDbTables(dynamoDb, clock).EnsureAsync(shown, CancellationToken.None);
        return new LateIndex(dynamoDb, table, shown.Name, lag, time);
    }

    /// <summary>Sends a call of DynamoDB, to the late table when it asks an index.</summary>
    public async Task<HttpResponseMessage> SendAsync(BufferedCall call, Func<BufferedCall, Task<HttpResponseMessage>> send)
    {
        if (call.Operation == "Query")
        {
            if (!call.Has("IndexName"))
                return await send(call);
            await InTurnAsync(LookAsync);
            return await send(call.With("TableName", _shownName));
        }
        var answer = await send(call);
        if (call.Operation is "PutItem" or "UpdateItem" or "DeleteItem" or "TransactWriteItems" or "BatchWriteItem")
            await InTurnAsync(KeepAsync);
        return answer;
    }

    /// <summary>Forgets what there was: the indexes show nothing until they are late enough again.</summary>
    public Task ForgetAsync() => InTurnAsync(async () =>
    {
        _states.Clear();
        _states.Add(State.Empty);
        _shown = 0;
        await WriteAsync(State.Empty.Entries);
    });

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<Task> action)
    {
        await _turn.WaitAsync();
        try
        {
            await action();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task LookAsync()
    {
        await KeepAsync();
        var now = _time.GetUtcNow();
        if (now == _lastLook)
            return;
        _lastLook = now;
        if (_shown + 1 < _states.Count && _states[_shown + 1].At + _lag <= now)
            await WriteAsync(_states[++_shown].Entries);
    }

    private async Task KeepAsync()
    {
        var state = new State(_time.GetUtcNow(), await ReadAsync());
        if (!state.LooksLike(_states[^1]))
            _states.Add(state);
    }

    private async Task<Dictionary<string, Entry>> ReadAsync()
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        Dictionary<string, AttributeValue>? start = null;
        do
        {
            var page = await _dynamoDb.ScanAsync(new ScanRequest { TableName = _table.Name, ConsistentRead = true, ExclusiveStartKey = start });
            foreach (var item in page.Items ?? [])
            {
                if (Places(item) is { Length: > 0 } places)
                    entries[Text(item, _table.KeySchema)] = new Entry(item, places);
            }
            start = page.LastEvaluatedKey is { Count: > 0 } next ? next : null;
        }
        while (start is not null);
        return entries;
    }

    /// <summary>Where an item is in the indexes; empty when it is in none.</summary>
    private string Places(Dictionary<string, AttributeValue> item) => string.Join(
        '\n', _table.GlobalIndexes.Where(index => index.KeySchema.All(key => item.ContainsKey(key.Attribute))).Select(index => Text(item, index.KeySchema)));

    private async Task WriteAsync(IReadOnlyDictionary<string, Entry> entries)
    {
        var writes = _written.Where(old => !entries.ContainsKey(old.Key))
            .Select(old => new WriteRequest(new DeleteRequest(_table.KeySchema.ToDictionary(key => key.Attribute, key => old.Value.Item[key.Attribute]))))
            .Concat(entries.Where(entry => _written.GetValueOrDefault(entry.Key) != entry.Value)
                .Select(entry => new WriteRequest(new PutRequest(entry.Value.Item))));
        foreach (var batch in writes.Chunk(BatchItems))
            await _dynamoDb.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [_shownName] = [.. batch] } });
        _written = entries;
    }

    private static string Text(Dictionary<string, AttributeValue> item, IEnumerable<TableKey> keys) =>
        string.Join('\t', keys.Select(key => item[key.Attribute].S ?? item[key.Attribute].N));

    /// <summary>An item, and where it is in the indexes.</summary>
    private sealed record Entry(Dictionary<string, AttributeValue> Item, string Places);

    /// <summary>What the indexes held from a moment on.</summary>
    private sealed record State(DateTimeOffset At, IReadOnlyDictionary<string, Entry> Entries)
    {
        public static State Empty { get; } = new(DateTimeOffset.MinValue, new Dictionary<string, Entry>());

        public bool LooksLike(State other) => Entries.Count == other.Entries.Count
            && Entries.All(entry => other.Entries.TryGetValue(entry.Key, out var there) && there.Places == entry.Value.Places);
    }
}
