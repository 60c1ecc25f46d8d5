using KakaoWorkflow.Emulator.Deployment.References;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>Reads an <c>AWS::DynamoDB::Table</c>.</summary>
internal static class TableReader
{
    private static readonly string[] Known =
        ["TableName", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "TimeToLiveSpecification"];

    /// <summary>Capacity, protection and backups are matters of the cloud.</summary>
    private static readonly string[] WithoutLocalMeaning =
    [
        "BillingMode", "ProvisionedThroughput", "OnDemandThroughput", "WarmThroughput", "PointInTimeRecoverySpecification", "SSESpecification",
        "DeletionProtectionEnabled", "ContributorInsightsSpecification", "TableClass", "ResourcePolicy", "Tags",
    ];

    private static readonly string[] IndexWithoutMeaning =
        ["ProvisionedThroughput", "OnDemandThroughput", "WarmThroughput", "ContributorInsightsSpecification"];

    public static TableResource Read(ResourceDeclaration declaration, TemplateScope scope)
    {
        var it = new PropertyReader(declaration.Properties, declaration.Path, scope.Resolver, Known, WithoutLocalMeaning);
        var identity = scope.Resources.Identify(declaration, it.At("TableName"));
        PhysicalName.CheckTable(identity, it.At("TableName"));
        var table = new TableResource(
            declaration.LogicalId,
            identity.Name,
            identity.Arn("dynamodb", "table/"),
            Keys(it),
            Attributes(it),
            [.. it.NestedList("GlobalSecondaryIndexes", ["IndexName", "KeySchema", "Projection"], IndexWithoutMeaning).Select(Index)],
            TimeToLive(it));
        CheckAttributes(table, it);
        return table;
    }

    private static Dictionary<string, string> Attributes(PropertyReader it)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in it.NestedList("AttributeDefinitions", ["AttributeName", "AttributeType"], []))
        {
            var type = definition.OneOf("AttributeType", "S", "N", "B") ?? throw definition.Missing("AttributeType");
            if (!result.TryAdd(definition.RequiredText("AttributeName"), type))
                throw new TemplateException(definition.At("AttributeName"), "it is there twice.");
        }
        return result;
    }

    private static List<TableKey> Keys(PropertyReader it)
    {
        var keys = it.NestedList("KeySchema", ["AttributeName", "KeyType"], [])
            .Select(key => new TableKey(
                key.RequiredText("AttributeName"), key.OneOf("KeyType", "HASH", "RANGE") ?? throw key.Missing("KeyType")))
            .ToList();
        return keys is [{ Kind: "HASH" }] or [{ Kind: "HASH" }, { Kind: "RANGE" }]
            ? keys
            : throw new TemplateException(it.At("KeySchema"), "it must be a HASH key, then at most one RANGE key.");
    }

    private static TableIndex Index(PropertyReader it)
    {
        var projection = it.Nested("Projection", ["ProjectionType", "NonKeyAttributes"]) ?? throw it.Missing("Projection");
        return new TableIndex(
            it.RequiredText("IndexName"),
            Keys(it),
            projection.OneOf("ProjectionType", "ALL", "KEYS_ONLY", "INCLUDE") ?? throw projection.Missing("ProjectionType"),
            projection.List("NonKeyAttributes"));
    }

    private static string? TimeToLive(PropertyReader it)
    {
        var specification = it.Nested("TimeToLiveSpecification", ["AttributeName", "Enabled"]);
        return specification?.Flag("Enabled") is true ? specification.RequiredText("AttributeName") : null;
    }

    /// <summary>DynamoDB takes exactly the attributes that keys use: no more, no fewer.</summary>
    private static void CheckAttributes(TableResource table, PropertyReader it)
    {
        var used = table.KeySchema.Concat(table.GlobalIndexes.SelectMany(index => index.KeySchema)).Select(key => key.Attribute)
            .ToHashSet(StringComparer.Ordinal);
        if (used.FirstOrDefault(name => !table.Attributes.ContainsKey(name)) is { } undefined)
            throw new TemplateException(it.At("AttributeDefinitions"), $"the key attribute '{undefined}' is not defined.");
        if (table.Attributes.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unused)
            throw new TemplateException(it.At("AttributeDefinitions"), $"no key uses the attribute '{unused}'.");
    }
}
