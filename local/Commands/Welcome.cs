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
        return $"""

            KakaoWorkflow is open.

              Skills, pay links   {Plain(host.Addresses.HttpApi)}
              KakaoPay simulator  {Plain(host.Addresses.KakaoPay)}
              AWS endpoint        {aws}
              DynamoDB            {Plain(host.Addresses.DynamoDb)}
              Data                {Path.GetFullPath(options.DataFolder)}

            Any credentials will do:

              export AWS_ENDPOINT_URL={aws} AWS_DEFAULT_REGION={options.Region} AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
              aws stepfunctions list-executions --state-machine-arn {machine}
              aws sqs list-queues
              aws dynamodb list-tables
              aws lambda list-functions

            A skill call, as KakaoTalk's chatbot makes it:

              curl -s {Plain(host.Addresses.HttpApi)}/skill/points -H "Content-Type: application/json" \
                -H "x-api-key: $(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).secretsmanager["kakao-workflow"].skillKeys' {secrets})" \
                -d '{SkillPayload}'

            Ctrl-C closes.
            """;
    }

    private const string SkillPayload =
        """{"userRequest":{"user":{"id":"customer-1","type":"botUserKey"},"utterance":"points"},"bot":{"id":"bot"},"action":{"params":{"phone":"010-0000-0000"}}}""";

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
