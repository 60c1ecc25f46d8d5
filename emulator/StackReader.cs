using KakaoWorkflow.Emulator.Deployment.Resources;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Hosting;
using KakaoWorkflow.Emulator.Lambda;

namespace KakaoWorkflow.Emulator;

/// <summary>What is to be deployed: the template's resources, and those that the options name.</summary>
internal sealed class StackReader(EmulatedAwsOptions options, Uri aws, Uri httpApi)
{
    private const int TimeoutSeconds = 900;
    private const int MemoryMegabytes = 1024;

    private readonly StackSettings _settings = new()
    {
        StackName = options.StackName,
        AccountId = options.AccountId,
        Region = options.Region,
        AwsEndpoint = aws,
        HttpApiEndpoint = httpApi,
        Parameters = options.Parameters,
    };

    /// <summary>Where the template is; the present folder when there is none.</summary>
    public static string FolderOf(EmulatedAwsOptions options) =>
        options.TemplatePath is { } path ? Path.GetDirectoryName(Path.GetFullPath(path))! : Directory.GetCurrentDirectory();

    /// <summary>The resources; dynamic references to secrets are still in them.</summary>
    /// <exception cref="TemplateException">The template cannot be deployed.</exception>
    public Stack Read()
    {
        var stack = options.TemplatePath is { } path
            ? SamTemplate.Read(File.ReadAllText(path), _settings)
            : new Stack(_settings, [], [], [], [], [], [], [], new Dictionary<string, string>());
        return stack with
        {
            Functions = [.. stack.Functions, .. options.Functions.Keys.Where(name => !IsThere(stack, name)).Select(Function)],
            StateMachines = [.. stack.StateMachines, .. options.StateMachines.Select(machine => StateMachine(machine.Key, machine.Value))],
        };
    }

    /// <summary>The same with the functions' variables complete, secrets included.</summary>
    public Stack Complete(Stack stack, Uri dynamoDb, SecretFile secrets)
    {
        var variables = new FunctionVariables(aws, dynamoDb, secrets);
        return stack with { Functions = [.. stack.Functions.Select(function => variables.Complete(function, stack.Settings))] };
    }

    private static bool IsThere(Stack stack, string name) => stack.Functions.Any(function => function.Name == name || function.LogicalId == name);

    private FunctionConfiguration Function(string name) => new(
        name, name, _settings.Arn("lambda", $"function:{name}"), name, TimeoutSeconds, MemoryMegabytes, new Dictionary<string, string>());

    private StateMachineResource StateMachine(string name, string definition) => new(
        name, name, _settings.Arn("states", $"stateMachine:{name}"), $"arn:aws:iam::{_settings.AccountId}:role/{name}", definition, null,
        new Dictionary<string, string>());
}
