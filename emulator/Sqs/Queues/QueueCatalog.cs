using KakaoWorkflow.Emulator.Sqs.Storage;

namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>
/// Creates, finds, changes and deletes queues. Every method may throw an <see cref="AwsJson.AwsJsonException"/> with
/// AWS's error, <c>QueueDoesNotExist</c> for an unknown name among them.
/// </summary>
internal sealed class QueueCatalog
{
    private readonly QueueStore _store;
    private readonly SqsOptions _options;

    internal QueueCatalog(QueueStore store, SqsOptions options)
    {
        _store = store;
        _options = options;
    }

    /// <summary>Creates a queue, or finds the one that exists with the same values of all given attributes.</summary>
    /// <returns>The queue's URL.</returns>
    /// <exception cref="AwsJson.AwsJsonException"><c>QueueNameExists</c>: it exists with another value.</exception>
    public Task<Uri> CreateAsync(
        string name, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string> tags) =>
        _store.RunAsync(operation =>
        {
            QueueName.Check(name);
            var settings = QueueSettingsReader.Create(name, attributes);
            if (operation.Index.Find(name) is { } existing)
            {
                RequireEqual(existing, attributes.Keys, settings);
                return UrlOf(name);
            }

            QueueTags.Check(tags);
            CheckRedrive(operation, name, settings);
            var queue = new MessageQueue(operation.NewPosition(), name, settings)
            {
                Tags = new Dictionary<string, string>(tags, StringComparer.Ordinal),
                CreatedMs = operation.NowMs,
                ModifiedMs = operation.NowMs,
            };
            operation.Index.Add(queue);
            operation.Journal.Save(queue);
            return UrlOf(name);
        });

    /// <summary>Describes a queue with its counts.</summary>
    public Task<QueueDescription> DescribeAsync(string name) =>
        _store.RunAsync(operation => Describe(operation, operation.Require(name)));

    /// <summary>Describes all queues whose names start with the prefix, in the order of their names.</summary>
    public Task<IReadOnlyList<QueueDescription>> ListAsync(string prefix = "") =>
        _store.RunAsync<IReadOnlyList<QueueDescription>>(operation =>
            [.. operation.Index.Queues
                .Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(queue => Describe(operation, queue))]);

    /// <summary>Describes the queues that send their dead letters to this one.</summary>
    public Task<IReadOnlyList<QueueDescription>> ListDeadLetterSourcesAsync(string name) =>
        _store.RunAsync<IReadOnlyList<QueueDescription>>(operation =>
        {
            var arn = operation.ArnOf(operation.Require(name));
            return [.. operation.Index.Queues
                .Where(queue => queue.Settings.RedrivePolicy?.DeadLetterTargetArn == arn)
                .Select(queue => Describe(operation, queue))];
        });

    /// <summary>Changes attributes; the others stay. They hold for the queue's present messages too.</summary>
    public Task SetAttributesAsync(string name, IReadOnlyDictionary<string, string> attributes) =>
        _store.RunAsync(operation =>
        {
            var queue = operation.Require(name);
            var settings = QueueSettingsReader.Change(queue.Settings, attributes);
            if (attributes.ContainsKey("RedrivePolicy"))
                CheckRedrive(operation, name, settings);
            queue.Settings = settings;
            queue.ModifiedMs = operation.NowMs;
            operation.Journal.Save(queue);
            operation.Touch(queue);
            operation.MoveDeadLetters(queue, [.. queue.Messages.Where(message => !message.Hidden)]);
            return true;
        });

    /// <summary>
    /// Deletes a queue with all that it holds; who waits on it gets <c>QueueDoesNotExist</c>. The name is free at
    /// once: AWS's pause of 60 seconds would only stand in the way on one machine.
    /// </summary>
    public Task DeleteAsync(string name) =>
        _store.RunAsync(operation =>
        {
            var queue = operation.Require(name);
            operation.Index.Remove(queue);
            operation.Journal.Remove(queue);
            foreach (var waiting in queue.Waiting.ToList())
            {
                queue.StopWaiting(waiting);
                waiting.Fail(SqsErrors.QueueDoesNotExist(name));
            }
            return true;
        });

    /// <summary>Deletes all messages of a queue, those in flight too.</summary>
    /// <exception cref="AwsJson.AwsJsonException"><c>PurgeQueueInProgress</c>: less than 60 seconds after the last purge.</exception>
    public Task PurgeAsync(string name) =>
        _store.RunAsync(operation =>
        {
            var queue = operation.Require(name);
            if (queue.PurgedMs + (SqsLimits.PurgeIntervalSeconds * 1000L) > operation.NowMs)
                throw SqsErrors.PurgeQueueInProgress(name);
            foreach (var message in queue.Messages.ToList())
            {
                queue.Remove(message);
                operation.Index.Forget(message);
            }
            queue.PurgedMs = operation.NowMs;
            operation.Journal.Purge(queue);
            return true;
        });

    /// <summary>The queue's tags.</summary>
    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(string name) =>
        _store.RunAsync<IReadOnlyDictionary<string, string>>(operation =>
            new Dictionary<string, string>(operation.Require(name).Tags, StringComparer.Ordinal));

    /// <summary>Adds tags; a key that exists gets the new value.</summary>
    public Task TagAsync(string name, IReadOnlyDictionary<string, string> tags) =>
        ChangeTags(name, current =>
        {
            foreach (var (key, value) in tags)
                current[key] = value;
        });

    /// <summary>Removes tags; keys that do not exist are no error.</summary>
    public Task UntagAsync(string name, IEnumerable<string> keys) =>
        ChangeTags(name, current =>
        {
            foreach (var key in keys)
                current.Remove(key);
        });

    private Task<bool> ChangeTags(string name, Action<Dictionary<string, string>> change) =>
        _store.RunAsync(operation =>
        {
            var queue = operation.Require(name);
            var tags = new Dictionary<string, string>(queue.Tags, StringComparer.Ordinal);
            change(tags);
            QueueTags.Check(tags);
            queue.Tags = tags;
            operation.Journal.Save(queue);
            return true;
        });

    private static void RequireEqual(MessageQueue existing, IEnumerable<string> names, QueueSettings wanted)
    {
        foreach (var name in names)
        {
            var attribute = QueueAttribute.Find(name)!;
            if (attribute.Read(existing.Settings) != attribute.Read(wanted))
                throw SqsErrors.QueueNameExists(existing.Name, name);
        }
    }

    private static void CheckRedrive(QueueOperation operation, string name, QueueSettings settings)
    {
        if (settings.RedrivePolicy is not { } policy)
            return;
        var own = new QueueArn(operation.Options.Region, operation.Options.AccountId, name).ToString();
        if (policy.DeadLetterTargetArn == own)
            return;
        if (operation.Find(policy.DeadLetterTargetArn) is not { } target)
        {
            throw SqsErrors.InvalidParameterValue(
                "RedrivePolicy.deadLetterTargetArn names a queue that does not exist.");
        }
        if (target.Settings.Fifo != settings.Fifo)
        {
            throw SqsErrors.InvalidParameterValue(
                "RedrivePolicy.deadLetterTargetArn names a queue of the other type (standard, FIFO).");
        }
        if (target.Settings.RedriveAllowPolicy?.Allows(own) == false)
        {
            throw SqsErrors.InvalidParameterValue(
                "RedrivePolicy.deadLetterTargetArn names a queue whose RedriveAllowPolicy does not allow this one.");
        }
    }

    private QueueDescription Describe(QueueOperation operation, MessageQueue queue) => new(
        queue.Name, UrlOf(queue.Name), operation.ArnOf(queue), queue.Settings, queue.Counts,
        queue.CreatedMs / 1000, queue.ModifiedMs / 1000);

    private Uri UrlOf(string name) =>
        new($"{_options.BaseUrl.GetLeftPart(UriPartial.Authority)}/{_options.AccountId}/{name}");
}
