namespace KakaoWorkflow.Emulator.Sqs.Queues;

/// <summary>Turns attribute texts into settings, with AWS's errors for names and values that a queue cannot have.</summary>
internal static class QueueSettingsReader
{
    /// <summary>The settings of a new queue.</summary>
    public static QueueSettings Create(string name, IReadOnlyDictionary<string, string> attributes)
    {
        var fifo = QueueName.IsFifo(name);
        if (fifo && attributes.GetValueOrDefault(QueueAttribute.FifoQueue) != "true")
        {
            throw SqsErrors.InvalidParameterValue(
                $"QueueName '{name}' ends in .fifo, which needs the attribute FifoQueue with the value true.");
        }
        if (!fifo && attributes.GetValueOrDefault(QueueAttribute.FifoQueue) == "true")
            throw SqsErrors.InvalidParameterValue($"QueueName '{name}' must end in .fifo, since FifoQueue is true.");
        return Apply(new QueueSettings { Fifo = fifo }, attributes);
    }

    /// <summary>The settings of an existing queue with some attributes changed.</summary>
    public static QueueSettings Change(QueueSettings current, IReadOnlyDictionary<string, string> attributes)
    {
        if (current.Fifo && attributes.ContainsKey(QueueAttribute.FifoQueue))
            throw SqsErrors.InvalidAttributeValue(QueueAttribute.FifoQueue, "a queue's type cannot be changed.");
        return Apply(current, attributes);
    }

    private static QueueSettings Apply(QueueSettings settings, IReadOnlyDictionary<string, string> attributes)
    {
        var result = settings;
        foreach (var (name, text) in attributes)
        {
            var attribute = QueueAttribute.Find(name) ?? throw SqsErrors.InvalidAttributeName($"{name} is not an attribute that can be set.");
            if (attribute.FifoOnly && !settings.Fifo)
                throw SqsErrors.InvalidAttributeName($"{name} is an attribute of FIFO queues only.");
            result = attribute.Apply(result, text);
        }

        if (result.ThroughputLimitPerGroup && !result.DeduplicatesByGroup)
        {
            throw SqsErrors.InvalidAttributeValue(
                "FifoThroughputLimit", "perMessageGroupId needs DeduplicationScope messageGroup.");
        }
        if (result.KmsMasterKeyId is not null && result.SqsManagedSse)
            throw SqsErrors.InvalidAttributeName("SqsManagedSseEnabled and KmsMasterKeyId exclude each other.");
        return result;
    }
}
