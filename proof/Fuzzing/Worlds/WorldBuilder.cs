using Amazon.DynamoDBv2;
using KakaoWorkflow.Callbacks;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.DynamoDb;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Randomness;
using KakaoWorkflow.Emulator.Servers;
using KakaoWorkflow.Emulator.Storage;
using KakaoWorkflow.Lambdas.Entry;
using KakaoWorkflow.Lambdas.Kit;
using KakaoWorkflow.Local.Demo;
using KakaoWorkflow.Local.Hosting;
using KakaoWorkflow.Local.KakaoPay;
using KakaoWorkflow.Members;
using KakaoWorkflow.Menu;
using KakaoWorkflow.Orders;
using KakaoWorkflow.Points;
using KakaoWorkflow.Proof.Fuzzing.Running;
using KakaoWorkflow.Secrets;
using KakaoWorkflow.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace KakaoWorkflow.Proof.Fuzzing.Worlds;

/// <summary>Makes worlds. All of them are the same to the last byte, whatever machine they are made on.</summary>
/// <param name="dynamoDb">The DynamoDB server.</param>
/// <param name="folder">An empty folder for what is needed while a world is made.</param>
/// <param name="create">Makes a function; null for those that are deployed.</param>
/// <param name="tables">What the tables' names begin with.</param>
internal sealed class WorldBuilder(
    Uri dynamoDb, string folder, Func<string, FunctionEnvironment, FunctionHandler>? create = null, string tables = "fuzz")
{
    private const ulong Seed = 20_260_301;

    private static readonly DateTimeOffset Opening = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    // Longer than the patience with an order that stopped and than KakaoPay's time for an approval.
    private static readonly TimeSpan OldEnough = TimeSpan.FromMinutes(40);

    /// <summary>Makes a world on a table of its own.</summary>
    /// <param name="number">Tells the worlds of a server apart.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FuzzWorld> BuildAsync(int number, CancellationToken cancellationToken)
    {
        var (clock, random) = (new StandingClock(Opening), new SeededRandomSource(Seed));
        var own = Directory.CreateDirectory(Path.Combine(folder, $"world-{number}")).FullName;
        var secrets = SecretFile.Open(Path.Combine(own, "secrets.json"), random);
        var stack = ReadStack(secrets, own);
        var table = stack.Tables.Single() with { Name = $"{tables}-{number}" };
        var client = LocalClients.DynamoDb(dynamoDb, stack.Settings.Region);
        await new DynamoDbTables(client, clock).EnsureAsync(table, cancellationToken);

        await using var database = LocalDatabase.Open(Path.Combine(own, "kakaopay.db"), KakaoPaySimulator.Schema);
        var contract = new KakaoPaySimulatorOptions { SecretKey = new(secrets.Value(LocalParameters.KakaoPaySecretKey)) };
        var simulator = await KakaoPaySimulator.OpenAsync(database, contract, clock, random, NullLogger<KakaoPaySimulator>.Instance);
        await using var server = await LoopbackServer.StartAsync(ReservedPort.Any(), app => app.MapKakaoPay(simulator), NullLoggerFactory.Instance);

        var door = new KakaoPayDoor(server.Address);
        var functions = new Dictionary<string, FunctionHandler>(StringComparer.Ordinal);
        var orders = new OrderTable(client, table.Name, clock);
        var world = World(functions, stack, client, table.Name, door);
        Create(functions, stack, table.Name, door, clock, random, world);
        await SampleMenu.OfferAsync(new MenuBoard(orders, clock));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var hasher = new MemberIdHasher(SigningKey.Parse(Variable(stack, "SignUp", "MEMBER_ID_KEY")));
        await FillAsync(
            world, new WorldStories(world, door, new Ledger(orders, clock), phone => hasher.IdOf(PhoneNumber.Parse(phone)), http), clock);
        await world.Items.KeepAsync();
        return world;
    }

    private static async Task FillAsync(FuzzWorld world, WorldStories stories, StandingClock clock)
    {
        WorldOrder[] old = [await stories.AwaitingAsync("stale"), await stories.ExpiredAsync("expired"), await stories.RefundingAsync("refunding")];
        clock.Advance(OldEnough);
        WorldOrder[] young =
        [
            await stories.MemberAsync("member"), await stories.SheetAsync("sheet"), await stories.ReservedAsync("reserved"),
            await stories.ReviewAsync("review"), await stories.AwaitingAsync("awaiting"), await stories.AuthenticatedAsync("authenticated"),
            await stories.CapturedAsync("captured"), await stories.PaidAsync("paid"), await stories.RefundedAsync("refunded"),
        ];
        foreach (var order in old.Concat(young))
        {
            world.Orders[order.Name] = order;
            if (order.OrderId.Length == 0)
                continue;
            foreach (var kind in Enum.GetValues<PayLinkKind>())
            {
                var link = new Uri(world.PayLinks.Url(OrderId.Parse(order.OrderId), kind));
                world.Links[link.AbsolutePath] = link.Query[$"?{PayLinks.SignatureParameter}=".Length..];
            }
        }
    }

    private static FuzzWorld World(
        Dictionary<string, FunctionHandler> functions, Stack stack, AmazonDynamoDBClient client, string table, KakaoPayDoor door)
    {
        var publicBaseUrl = Variable(stack, "PaymentRedirect", "PUBLIC_BASE_URL");
        var keys = Variable(stack, "PaymentRedirect", "PAY_LINK_KEYS");
        var skillKey = Variable(stack, "Pay", "SKILL_KEYS");
        return new FuzzWorld(functions)
        {
            KakaoPayAnswers = door.Genuine,
            SkillKey = skillKey,
            Secrets = [keys, skillKey, Variable(stack, "SignUp", "MEMBER_ID_KEY"), Variable(stack, "ApprovePayment", "KAKAOPAY_SECRET_KEY"), WorldStories.TaskToken],
            PublicBaseUrl = publicBaseUrl,
            PayLinks = new PayLinks(publicBaseUrl, PayLinkKeys.Parse(keys)),
            Menu = SampleMenu.Items.Where(item => !item.SoldOut).SelectMany(item => new[] { item.ItemId, item.Name }).ToHashSet(StringComparer.Ordinal),
            Day = BookDay.Of(Opening).ToString(),
            Items = new WorldItems(client, table),
        };
    }

    private void Create(
        Dictionary<string, FunctionHandler> functions, Stack stack, string table, KakaoPayDoor door, TimeProvider clock,
        IRandomSource random, FuzzWorld world)
    {
        HttpMessageHandler dynamoDbHttp = new WatchedHandler("dynamodb", new SocketsHttpHandler());
        HttpMessageHandler kakaoPay = new WatchedHandler("kakaopay", door);
        var aws = new AwsDouble(async orderId =>
        {
            foreach (var step in new[] { "Quote", "ReservePoints" })
                await world.DoAsync(step, new System.Text.Json.Nodes.JsonObject { ["orderId"] = (string?)orderId });
        });
        HttpMessageHandler sqs = new WatchedHandler("sqs", aws);
        HttpMessageHandler states = new WatchedHandler("states", aws);
        foreach (var function in stack.Functions)
        {
            var environment = new FunctionEnvironment(
                name => name == "TABLE_NAME" ? table : function.Variables.GetValueOrDefault(name), clock, random.Fill,
                service => service switch { "dynamodb" => dynamoDbHttp, "kakaopay" => kakaoPay, "sqs" => sqs, _ => states });
            functions[function.Handler] = (create ?? FunctionCatalog.Create)(function.Handler, environment);
        }
    }

    private Stack ReadStack(SecretFile secrets, string own) => LocalHostBuilder.ReadStack(
        new LocalHostOptions { DataFolder = own },
        new LocalAddresses(new Uri("http://127.0.0.1:1/"), new Uri("http://127.0.0.1:2/"), new Uri(KakaoPayDoor.Address), dynamoDb),
        secrets);

    private static string Variable(Stack stack, string handler, string name) =>
        stack.Functions.Single(function => function.Handler == handler).Variables[name];
}
