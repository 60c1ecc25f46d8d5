namespace KakaoWorkflow.Emulator.Sqs.Storage;

/// <summary>The tables of the queues.</summary>
internal static class SqsSchema
{
    /// <summary>
    /// SQL for <see cref="Emulator.Storage.LocalDatabase.Open"/>. A message's row is written once and holds the content;
    /// what each receive changes has a small row of its own, so that receiving a large message does not write it again.
    /// </summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS sqs_position (
          only INTEGER PRIMARY KEY CHECK (only = 1),
          reserved INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE IF NOT EXISTS sqs_queue (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          attributes TEXT NOT NULL,
          tags TEXT NOT NULL,
          created_ms INTEGER NOT NULL,
          modified_ms INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE IF NOT EXISTS sqs_message (
          position INTEGER PRIMARY KEY,
          queue_id INTEGER NOT NULL,
          message_id TEXT NOT NULL,
          group_id TEXT,
          deduplication_id TEXT,
          dead_letter_source TEXT,
          sent_ms INTEGER NOT NULL,
          visible_ms INTEGER NOT NULL,
          size_bytes INTEGER NOT NULL,
          body TEXT NOT NULL,
          attributes TEXT,
          trace_header TEXT
        ) STRICT;

        CREATE TABLE IF NOT EXISTS sqs_delivery (
          position INTEGER PRIMARY KEY,
          visible_ms INTEGER NOT NULL,
          receive_count INTEGER NOT NULL,
          first_received_ms INTEGER NOT NULL,
          received_ms INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE IF NOT EXISTS sqs_deduplication (
          queue_id INTEGER NOT NULL,
          deduplication_key TEXT NOT NULL,
          message_id TEXT NOT NULL,
          position INTEGER NOT NULL,
          expires_ms INTEGER NOT NULL,
          PRIMARY KEY (queue_id, deduplication_key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS sqs_move_task (
          id INTEGER PRIMARY KEY,
          source_id INTEGER NOT NULL,
          destination_arn TEXT,
          rate_per_second INTEGER,
          status TEXT NOT NULL,
          started_ms INTEGER NOT NULL,
          to_move INTEGER NOT NULL,
          moved INTEGER NOT NULL,
          failure TEXT
        ) STRICT;
        """;
}
