using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Deployment.Resources;

namespace KakaoWorkflow.Emulator.DynamoDb;

/// <summary>Makes the template's tables where they are not there yet. A table that is there is never changed or emptied.</summary>
internal sealed class DynamoDbTables(IAmazonDynamoDB client, TimeProvider time)
{
    private const int MaxDescribes = 600;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes one table and waits until it can be used.</summary>
    /// <exception cref="TemplateException">There is a table of that name with other keys or indexes.</exception>
    public async Task EnsureAsync(TableResource table, CancellationToken cancellationToken)
    {
        var existing = await FindAsync(table.Name, cancellationToken);
        if (existing is null)
            await client.CreateTableAsync(Creation(table), cancellationToken);
        else
            Compare(table, existing);

        for (var tries = 0; existing?.TableStatus != TableStatus.ACTIVE; tries++)
        {
            if (tries == MaxDescribes)
                throw new InvalidOperationException($"The table {table.Name} does not become active.");
            if (tries > 0)
                await Task.Delay(Pause, time, cancellationToken);
            existing = await FindAsync(table.Name, cancellationToken);
        }
        await ExpireAsync(table, cancellationToken);
    }

    private async Task<TableDescription?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeTableAsync(name, cancellationToken)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task ExpireAsync(TableResource table, CancellationToken cancellationToken)
    {
        if (table.TimeToLiveAttribute is null)
            return;
        var current = await client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = table.Name }, cancellationToken);
        if (current.TimeToLiveDescription?.AttributeName == table.TimeToLiveAttribute)
            return;
        var request = new UpdateTimeToLiveRequest
        {
            TableName = table.Name,
            TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = table.TimeToLiveAttribute, Enabled = true },
        };
        await client.UpdateTimeToLiveAsync(request, cancellationToken);
    }

    private static CreateTableRequest Creation(TableResource table) => new()
    {
        TableName = table.Name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = Keys(table.KeySchema),
        AttributeDefinitions =
        [
            .. table.Attributes.Select(attribute => new AttributeDefinition(attribute.Key, ScalarAttributeType.FindValue(attribute.Value))),
        ],
        GlobalSecondaryIndexes = table.GlobalIndexes.Count == 0 ? null : [.. table.GlobalIndexes.Select(Index)],
    };

    private static GlobalSecondaryIndex Index(TableIndex index) => new()
    {
        IndexName = index.Name,
        KeySchema = Keys(index.KeySchema),
        Projection = new Projection
        {
            ProjectionType = ProjectionType.FindValue(index.Projection),
            NonKeyAttributes = index.NonKeyAttributes.Count == 0 ? null : [.. index.NonKeyAttributes],
        },
    };

    private static List<KeySchemaElement> Keys(IEnumerable<TableKey> keys) =>
        [.. keys.Select(key => new KeySchemaElement(key.Attribute, KeyType.FindValue(key.Kind)))];

    private static void Compare(TableResource table, TableDescription existing)
    {
        var path = $"Resources.{table.LogicalId}.Properties";
        if (Text(table.KeySchema) != Text(existing.KeySchema))
            throw Changed(table, $"{path}.KeySchema", Text(existing.KeySchema));
        var there = (existing.GlobalSecondaryIndexes ?? []).ToDictionary(index => index.IndexName, index => Text(index.KeySchema), StringComparer.Ordinal);
        foreach (var index in table.GlobalIndexes)
        {
            if (there.GetValueOrDefault(index.Name) is var keys && keys != Text(index.KeySchema))
                throw Changed(table, $"{path}.GlobalSecondaryIndexes", $"{index.Name} = {keys ?? "absent"}");
        }
    }

    private static TemplateException Changed(TableResource table, string path, string existing) => new(
        path, $"the table {table.Name} was made differently before ({existing}). Use another data folder, or change the table by hand.");

    private static string Text(IEnumerable<TableKey> keys) => string.Join(", ", keys.Select(key => $"{key.Attribute} {key.Kind}"));

    private static string Text(IEnumerable<KeySchemaElement> keys) =>
        string.Join(", ", keys.Select(key => $"{key.AttributeName} {key.KeyType}"));
}
