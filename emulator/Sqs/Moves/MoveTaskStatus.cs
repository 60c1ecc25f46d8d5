namespace KakaoWorkflow.Emulator.Sqs.Moves;

/// <summary>Where a move task stands; AWS writes the names in capitals.</summary>
internal enum MoveTaskStatus
{
    /// <summary>Messages are being moved.</summary>
    Running,

    /// <summary>All messages were moved.</summary>
    Completed,

    /// <summary>Somebody stopped it; what was moved stays moved.</summary>
    Cancelled,

    /// <summary>It could not go on; its failure reason says why.</summary>
    Failed,
}
