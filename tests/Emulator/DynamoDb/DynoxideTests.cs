using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Tests.Emulator.Deployment;
using KakaoWorkflow.Tests.Support.Clocks;
using KakaoWorkflow.Tests.Support.Processes;

namespace KakaoWorkflow.Tests.Emulator.DynamoDb;

public sealed class DynoxideTests : IDisposable
{
    private const string Table =
        """
          T:
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: orders
              AttributeDefinitions: [{ AttributeName: PK, AttributeType: S }, { AttributeName: SK, AttributeType: S }, { AttributeName: at, AttributeType: N }]
              KeySchema: [{ AttributeName: PK, KeyType: HASH }, { AttributeName: SK, KeyType: RANGE }]
              GlobalSecondaryIndexes:
                - { IndexName: ByTime, KeySchema: [{ AttributeName: SK, KeyType: HASH }, { AttributeName: at, KeyType: RANGE }], Projection: { ProjectionType: INCLUDE, NonKeyAttributes: [note] } }
              TimeToLiveSpecification: { AttributeName: gone, Enabled: true }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kakaoworkflow-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "dynamodb.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Tables_AreMadeOnceAndKeptOverRestarts()
    {
        var table = TemplateText.Read(Table).Tables.Single();
        for (var run = 0; run < 2; run++)
        {
            await using var server = await StartAsync();
            using var client = Client(server);
            await new DynamoDbTables(client, RealTime.Clock).EnsureAsync(table, Token);
            var description = (await client.DescribeTableAsync("orders", Token)).Table;
            description.GlobalSecondaryIndexes.Single().Projection.NonKeyAttributes.ShouldBe(["note"]);
            (await client.DescribeTimeToLiveAsync("orders", Token)).TimeToLiveDescription.AttributeName.ShouldBe("gone");
            if (run == 0)
                await client.PutItemAsync("orders", new() { ["PK"] = new("a"), ["SK"] = new("b") }, Token);
            else
                (await client.GetItemAsync("orders", new() { ["PK"] = new("a"), ["SK"] = new("b") }, Token)).Item.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Table_ThatIsThereWithOtherKeys_IsRefused()
    {
        await using var server = await StartAsync();
        using var client = Client(server);
        var tables = new DynamoDbTables(client, RealTime.Clock);
        await tables.EnsureAsync(TemplateText.Read(Table).Tables.Single(), Token);

        var otherKeys = Table.Replace("PK", "ID", StringComparison.Ordinal);
        (await Should.ThrowAsync<TemplateException>(() => tables.EnsureAsync(TemplateText.Read(otherKeys).Tables.Single(), Token)))
            .Path.ShouldBe("Resources.T.Properties.KeySchema");
        var otherIndex = Table.Replace("ByTime", "ByDay", StringComparison.Ordinal);
        (await Should.ThrowAsync<TemplateException>(() => tables.EnsureAsync(TemplateText.Read(otherIndex).Tables.Single(), Token)))
            .Path.ShouldBe("Resources.T.Properties.GlobalSecondaryIndexes");
    }

    [Fact]
    public async Task Server_ThatDies_IsBackOnTheSamePortWithItsData()
    {
        await using var server = await StartAsync();
        using var client = Client(server);
        await new DynamoDbTables(client, RealTime.Clock).EnsureAsync(TemplateText.Read(Table).Tables.Single(), Token);

        ChildPrograms.Single(Database).Kill();

        await ChildPrograms.UntilAsync(async () =>
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            return (await http.GetAsync(new Uri("/", UriKind.Relative), Token)).IsSuccessStatusCode;
        });
        (await client.ListTablesAsync(Token)).TableNames.ShouldBe(["orders"]);
    }

    [Fact]
    public async Task Program_ThatIsNotThere_SaysWhatToDo() =>
        (await Should.ThrowAsync<FileNotFoundException>(
            () => Dynoxide.StartAsync(Path.Combine(_folder, "none"), Database, RealTime.Clock, NullLogger.Instance)))
            .Message.ShouldContain("AWS_ENDPOINT_URL_DYNAMODB");

    private Task<Dynoxide> StartAsync() =>
        Dynoxide.StartAsync(Dynoxide.DefaultProgram, Database, RealTime.Clock, NullLogger.Instance);

    private static Amazon.DynamoDBv2.AmazonDynamoDBClient Client(Dynoxide server) => new(
        "local", "local", new Amazon.DynamoDBv2.AmazonDynamoDBConfig { ServiceURL = server.Address.ToString(), AuthenticationRegion = "ap-northeast-2" });
}
