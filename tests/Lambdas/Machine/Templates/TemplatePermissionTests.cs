using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Tests.Lambdas.Machine.Templates;

/// <summary>Each role may do what its code does, and nothing else.</summary>
public sealed class TemplatePermissionTests
{
    private const string Get = "dynamodb:GetItem Table";
    private const string Put = "dynamodb:PutItem Table";
    private const string Update = "dynamodb:UpdateItem Table";
    private const string Delete = "dynamodb:DeleteItem Table";
    private const string QueryTable = "dynamodb:Query Table";
    private const string QueryMemberOrders = "dynamodb:Query Table/index/MemberOrders";
    private const string SendCallback = "sqs:SendMessage PaymentCallbacksQueue";

    /// <summary>A transaction needs the permission of each of its parts, and none of its own.</summary>
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
    {
        // Reads order, sheet and account, queries the menu; puts the order and updates the account in one transaction.
        ["Quote"] = [Get, QueryTable, Put, Update],
        // Puts hold and ledger line, updates order and account.
        ["ReservePoints"] = [Get, Put, Update],
        // Opens and closes the matter of a key that KakaoPay does not take, as all do that speak to it.
        ["PreparePayment"] = [Update, Delete],
        // Updates the order; reads it when it cannot; sends a parked callback again.
        ["AwaitApproval"] = [Get, Update, SendCallback],
        // Reads the order's pg_token, and takes a refused one away.
        ["ApprovePayment"] = [Get, Update, Delete],
        ["ResolvePayment"] = [Get, Update, Delete],
        // Updates order, account and hold, puts ledger lines.
        ["CommitOrder"] = [Get, Put, Update],
        // Updates order, account and hold, puts a ledger line, or a void hold.
        ["ReleasePoints"] = [Get, Put, Update],
        ["RefundPayment"] = [Get, Update, Delete],
        ["AwaitOperator"] = [Get, Update],
        // Puts account and customer, reads the account when it is there.
        ["SignUp"] = [Get, Put],
        ["PointBalance"] = [Get],
        // Reads customer and account, queries the menu, puts the sheet.
        ["OrderSheet"] = [Get, QueryTable, Put],
        ["OrderSheetWithPoints"] = [Get, QueryTable, Put],
        // Reads order, sheet and account.
        ["Pay"] = [Get, "states:StartExecution OrderStateMachine"],
        // Finds a customer's latest order when no button names one.
        ["OrderStatus"] = [Get, QueryMemberOrders],
        // Withdraws, or puts a refund beside the order.
        ["CancelOrder"] = [Get, QueryMemberOrders, Put, Update, SendCallback],
        ["PaymentRedirect"] = [Get, Update, SendCallback],
        // SAM adds what reading the queue needs, here and for OrderEvents.
        ["SettleCallback"] =
            [Get, Put, Update, Delete, SendCallback, "states:SendTaskSuccess OrderStateMachine", "states:SendTaskFailure OrderStateMachine"],
        ["OrderEvents"] = [Get, Update],
        // The index says which orders may be on the board, their records say how far they are.
        ["Board"] = ["dynamodb:BatchGetItem Table", "dynamodb:Query Table/index/OrderBoard"],
        ["MoveOrder"] = [Get, Update],
        // Walks the index, releases, settles refunds, keeps its cursor; opens and closes matters, finishes resumes.
        ["ReconcileOrders"] =
        [
            Get, QueryTable, Put, Update, Delete, "dynamodb:ConditionCheckItem Table", "dynamodb:Query Table/index/OpenOrders", SendCallback,
            "states:SendTaskSuccess OrderStateMachine", "states:DescribeExecution OrderStateMachine",
        ],
        // Reads the orders and refunds of a day and their members' ledgers, opens or closes the day's matter.
        ["DailyReport"] =
            [Get, QueryTable, Update, Delete, "dynamodb:Query Table/index/EndedOrders", "dynamodb:Query Table/index/OpenOrders"],
        // Puts the refund and ledger lines, updates order and account, closes the refund's matters.
        ["RefundOrder"] = [Get, Put, Update, Delete],
        ["Attention"] = [QueryTable],
        ["ResumeOrder"] = [Get, Update, Delete, "states:SendTaskSuccess OrderStateMachine"],
        // Commits or releases an order that nobody carries on, or settles a refund.
        ["SettleOrder"] =
            [Get, Put, Update, Delete, "states:SendTaskSuccess OrderStateMachine", "states:DescribeExecution OrderStateMachine"],
    };

    /// <summary>Step Functions sets its log's delivery up with these, which know no narrower resource.</summary>
    private static readonly string[] LogDelivery =
    [
        "logs:CreateLogDelivery *", "logs:GetLogDelivery *", "logs:UpdateLogDelivery *", "logs:DeleteLogDelivery *",
        "logs:ListLogDeliveries *", "logs:PutResourcePolicy *", "logs:DescribeResourcePolicies *", "logs:DescribeLogGroups *",
    ];

    public static TheoryData<string> Handlers { get; } = [.. TemplateResource.Functions.Select(function => function.Handler)];

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Function_MayDoWhatItsCodeDoes(string handler)
    {
        Expected.ShouldContainKey(handler);
        PermissionsOf(TemplateResource.Functions.Single(function => function.Handler == handler))
            .ShouldBe(Expected[handler], ignoreOrder: true);
    }

    [Fact]
    public void StateMachine_MayCallItsStepsAndAnnounce()
    {
        var steps = OrderMachine.AsDeployed.Tasks.Select(OrderMachine.AsDeployed.FunctionOf).OfType<FunctionConfiguration>();
        PermissionsOf(TemplateResource.OfType("AWS::Serverless::StateMachine").Single()).ShouldBe(
            steps.Select(step => "lambda:InvokeFunction " + step.LogicalId)
                .Append("sqs:SendMessage OrderEventsQueue")
                .Concat(LogDelivery),
            ignoreOrder: true);
    }

    /// <summary>Roles and policies that stand by themselves would be outside of these tests.</summary>
    [Fact]
    public void Permissions_StandNowhereElse() => TemplateResource.All
        .Where(resource => resource.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal) || resource.Properties.ContainsKey("Role"))
        .ShouldBeEmpty();

    private static List<string> PermissionsOf(TemplateResource resource) =>
    [
        .. from policy in resource.Properties["Policies"]?.AsArray() ?? []
           from statement in policy!["Statement"]!.AsArray()
           from action in ListOf(statement!["Action"])
           from target in ListOf(statement["Resource"])
           select Allowed(statement, action!.GetValue<string>(), NameOf(target!)),
    ];

    private static string Allowed(JsonNode statement, string action, string target)
    {
        statement["Effect"]!.GetValue<string>().ShouldBe("Allow");
        action.ShouldNotContain("*");
        return $"{action} {target}";
    }

    private static IEnumerable<JsonNode?> ListOf(JsonNode? node) => node as JsonArray ?? (IEnumerable<JsonNode?>)[node];

    /// <summary>The logical id that a resource stands for, with what is appended to its ARN.</summary>
    private static string NameOf(JsonNode resource) => resource switch
    {
        JsonObject call when call["Fn::GetAtt"] is JsonArray attribute => attribute[0]!.GetValue<string>(),
        JsonObject call when call["Ref"] is { } reference => reference.GetValue<string>(),
        JsonObject call when call["Fn::Sub"] is { } text => text.GetValue<string>().Replace("${Table.Arn}", "Table")
            .Replace("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${OrderStateMachine.Name}:*", "OrderStateMachine"),
        _ => resource.GetValue<string>(),
    };
}
