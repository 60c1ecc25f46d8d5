using KakaoWorkflow.Emulator.Deployment.References;

namespace KakaoWorkflow.Emulator.Deployment.Resources;

/// <summary>Checks an <c>AWS::Serverless::HttpApi</c>: its routes come from the functions' events.</summary>
internal static class HttpApiReader
{
    private static readonly string[] WithoutLocalMeaning =
    [
        "Name", "Description", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "Tags", "PropagateTags", "FailOnWarnings",
        "DisableExecuteApiEndpoint", "Domain",
    ];

    public static void Check(ResourceDeclaration declaration, TemplateScope scope)
    {
        var properties = new PropertyReader(declaration.Properties, declaration.Path, scope.Resolver, ["StageName"], WithoutLocalMeaning);
        properties.OneOf("StageName", "$default");
    }
}
