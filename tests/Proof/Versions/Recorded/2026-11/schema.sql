CREATE TABLE sfn_revisions (
    id INTEGER PRIMARY KEY, state_machine_arn TEXT NOT NULL, revision_id TEXT, definition TEXT NOT NULL,
    role_arn TEXT NOT NULL, time INTEGER NOT NULL, logging TEXT NOT NULL, tracing TEXT NOT NULL) STRICT;
CREATE TABLE sfn_state_machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES sfn_revisions (id)) STRICT;
CREATE TABLE sfn_tags (
    resource_arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (resource_arn, key)) STRICT;
CREATE TABLE sfn_executions (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, state_machine_arn TEXT NOT NULL,
    state_machine_name TEXT NOT NULL, role_arn TEXT NOT NULL, revision INTEGER NOT NULL, input TEXT NOT NULL,
    trace_header TEXT, started INTEGER NOT NULL, status INTEGER NOT NULL, stopped INTEGER, output TEXT, error TEXT,
    cause TEXT, redrives INTEGER NOT NULL, redriven INTEGER, redrive_token TEXT, events INTEGER NOT NULL) STRICT;
CREATE INDEX sfn_executions_by_machine ON sfn_executions (state_machine_arn, id);
CREATE INDEX sfn_executions_by_status ON sfn_executions (state_machine_arn, status, id);
CREATE INDEX sfn_executions_running ON sfn_executions (id) WHERE status = 0;
CREATE TABLE sfn_events (
    execution INTEGER NOT NULL, step INTEGER NOT NULL, last_event INTEGER NOT NULL, events BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX sfn_events_by_execution ON sfn_events (execution, step);
CREATE TABLE sfn_heartbeats (
    execution INTEGER NOT NULL, task_event INTEGER NOT NULL, event BLOB NOT NULL,
    PRIMARY KEY (execution, task_event)) STRICT;
CREATE TABLE sfn_secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE sqs_position (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  reserved INTEGER NOT NULL
) STRICT;
CREATE TABLE sqs_queue (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  attributes TEXT NOT NULL,
  tags TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE sqs_message (
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
CREATE TABLE sqs_delivery (
  position INTEGER PRIMARY KEY,
  visible_ms INTEGER NOT NULL,
  receive_count INTEGER NOT NULL,
  first_received_ms INTEGER NOT NULL,
  received_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE sqs_deduplication (
  queue_id INTEGER NOT NULL,
  deduplication_key TEXT NOT NULL,
  message_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  PRIMARY KEY (queue_id, deduplication_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE sqs_move_task (
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
CREATE TABLE kakaopay_payments (
    number INTEGER PRIMARY KEY, tid TEXT NOT NULL UNIQUE, page_key TEXT NOT NULL UNIQUE,
    order_id TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE INDEX kakaopay_payments_order ON kakaopay_payments (order_id, number);
CREATE TABLE kakaopay_faults (id INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;
PRAGMA user_version = 1;
