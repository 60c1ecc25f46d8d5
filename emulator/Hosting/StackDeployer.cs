using System.Text.Json.Nodes;
using KakaoWorkflow.Emulator.AwsJson;
using KakaoWorkflow.Emulator.Deployment;
using KakaoWorkflow.Emulator.Deployment.Resources;

namespace KakaoWorkflow.Emulator.Hosting;

/// <summary>Makes a stack's queues and state machines, or brings those that are there up to date, through the services' own APIs.</summary>
/// <param name="sqs">The queue service.</param>
/// <param name="stepFunctions">Step Functions.</param>
internal sealed class StackDeployer(IAwsJsonService sqs, IAwsJsonService stepFunctions)
{
    /// <summary>Dead-letter queues come before the queues that name them.</summary>
    public async Task DeployQueuesAsync(Stack stack, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var queue in stack.Queues)
            await DeployAsync(queue);

        async Task DeployAsync(QueueResource queue)
        {
            if (!done.Add(queue.Arn))
                return;
            if (queue.DeadLetterQueueArn is { } target)
                await DeployAsync(stack.Queues.Single(other => other.Arn == target));
            await DeployQueueAsync(queue, cancellationToken);
        }
    }

    /// <summary>Makes or updates a state machine; executions that run keep the definition that they were started with.</summary>
    /// <param name="machine">The state machine.</param>
    /// <param name="folder">Where the template is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TemplateException">The definition is missing, or Step Functions refuses it.</exception>
    public async Task DeployAsync(StateMachineResource machine, string folder, CancellationToken cancellationToken)
    {
        var definition = machine.Substitute(machine.Definition ?? Read(machine, folder));
        var creation = new JsonObject
        {
            ["name"] = machine.Name,
            ["definition"] = definition,
            ["roleArn"] = machine.RoleArn,
            ["type"] = "STANDARD",
        };
        try
        {
            await stepFunctions.InvokeAsync("CreateStateMachine", creation, cancellationToken);
        }
        catch (AwsJsonException error) when (error.Code == "StateMachineAlreadyExists")
        {
            await UpdateAsync(machine, definition, cancellationToken);
        }
        catch (AwsJsonException error)
        {
            throw new TemplateException($"Resources.{machine.LogicalId}", $"Step Functions refuses it: {error.Message}");
        }
    }

    /// <summary>An update makes a new revision, so one that changes nothing is left out.</summary>
    private async Task UpdateAsync(StateMachineResource machine, string definition, CancellationToken cancellationToken)
    {
        var present = await stepFunctions.InvokeAsync(
            "DescribeStateMachine", new JsonObject { ["stateMachineArn"] = machine.Arn }, cancellationToken);
        if ((string?)present["definition"] == definition && (string?)present["roleArn"] == machine.RoleArn)
            return;
        var update = new JsonObject
        {
            ["stateMachineArn"] = machine.Arn,
            ["definition"] = definition,
            ["roleArn"] = machine.RoleArn,
        };
        await stepFunctions.InvokeAsync("UpdateStateMachine", update, cancellationToken);
    }

    private async Task DeployQueueAsync(QueueResource queue, CancellationToken cancellationToken)
    {
        var attributes = new JsonObject(queue.Attributes.Select(it => KeyValuePair.Create(it.Key, (JsonNode?)it.Value)));
        try
        {
            await sqs.InvokeAsync(
                "CreateQueue", new JsonObject { ["QueueName"] = queue.Name, ["Attributes"] = attributes.DeepClone() }, cancellationToken);
        }
        catch (AwsJsonException error) when (error.Code.EndsWith("QueueNameExists", StringComparison.Ordinal))
        {
            attributes.Remove("FifoQueue");
            await sqs.InvokeAsync(
                "SetQueueAttributes", new JsonObject { ["QueueUrl"] = queue.Url, ["Attributes"] = attributes }, cancellationToken);
        }
        catch (AwsJsonException error)
        {
            throw new TemplateException($"Resources.{queue.LogicalId}", $"SQS refuses it: {error.Message}");
        }
    }

    private static string Read(StateMachineResource machine, string folder)
    {
        var path = Path.Combine(folder, machine.DefinitionUri!);
        return File.Exists(path)
            ? File.ReadAllText(path)
            : throw new TemplateException($"Resources.{machine.LogicalId}.Properties.DefinitionUri", $"there is no file {path}.");
    }
}
