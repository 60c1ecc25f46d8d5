using KakaoWorkflow.Local.Hosting;

namespace KakaoWorkflow.Local.Commands;

/// <summary>What a started host says: where everything is, and what to try first.</summary>
internal static class Welcome
{
    public static string Text(LocalHost host, LocalHostOptions options)
    {
        var aws = Plain(host.Addresses.Aws);
        var secrets = Path.Combine(Path.GetFullPath(options.DataFolder), "secrets.json");
        var machine = host.Stack.StateMachines.Count > 0 ? host.Stack.StateMachines[0].Arn : "ARN";
        return $$"""

            KakaoWorkflow is open.

              Skills, pay links   {{Plain(host.Addresses.HttpApi)}}
              KakaoPay simulator  {{Plain(host.Addresses.KakaoPay)}}
              AWS endpoint        {{aws}}
              DynamoDB            {{Plain(host.Addresses.DynamoDb)}}
              Data                {{Path.GetFullPath(options.DataFolder)}}

            An order, as KakaoTalk's chatbot makes it (put the order's number into the last call, then open its link):

              key=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).secretsmanager["kakao-workflow"].skillKeys' {{secrets}})
              skill() { curl -s {{Plain(host.Addresses.HttpApi)}}/skill/$1 -H "x-api-key: $key" -H "content-type: application/json" -d \
                {{Payload}}; echo; }
              skill sign-up     '{"sys_phone_number":"010-1234-5678"}'
              skill order-sheet '{"menu":"아메리카노","sys_number":"2"}'
              skill pay         '{}' '{"orderId":"…"}'

            The same with the AWS CLI (any credentials will do):

              export AWS_DEFAULT_REGION={{options.Region}} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
              aws --endpoint-url {{aws}} stepfunctions list-executions --state-machine-arn {{machine}}
              aws --endpoint-url {{aws}} sqs list-queues
              aws --endpoint-url {{aws}} dynamodb list-tables
              aws --endpoint-url {{aws}} lambda list-functions

            Ctrl-C closes.
            """;
    }

    private const string Payload =
        """
        "{\"userRequest\":{\"user\":{\"id\":\"customer-1\"}},\"action\":{\"params\":$2,\"clientExtra\":${3:-null}}}"
        """;

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
