namespace KakaoWorkflow.Emulator.Deployment;

/// <summary>What AWS would refuse although each resource on its own is right.</summary>
internal static class StackChecks
{
    public static void Run(Stack stack)
    {
        Distinct(stack.Functions.Select(it => (it.Name, $"Resources.{it.LogicalId}.Properties.FunctionName")));
        Distinct(stack.Queues.Select(it => (it.Name, $"Resources.{it.LogicalId}.Properties.QueueName")));
        Distinct(stack.Tables.Select(it => (it.Name, $"Resources.{it.LogicalId}.Properties.TableName")));
        Distinct(stack.StateMachines.Select(it => (it.Name, $"Resources.{it.LogicalId}.Properties.Name")));
        Distinct(stack.Routes.Select(it => ($"{it.ApiId} {it.Method} {it.Path}", it.Origin)));
        foreach (var queue in stack.Queues)
        {
            if (queue.DeadLetterQueueArn is { } target && !stack.Queues.Any(other => other.Arn == target))
                throw new TemplateException($"Resources.{queue.LogicalId}.Properties.RedrivePolicy", $"{target} is not a queue of this stack.");
        }
    }

    private static void Distinct(IEnumerable<(string Name, string Path)> named)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, path) in named)
        {
            if (!seen.Add(name))
                throw new TemplateException(path, $"'{name}' is there twice.");
        }
    }
}
