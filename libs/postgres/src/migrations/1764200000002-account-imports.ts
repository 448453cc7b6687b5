import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only adds tables. */
export class AccountImports1764200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_import_lines, account_import_remarks, account_imports');
  }
}

const statements = [
  `CREATE TABLE account_imports (
    id uuid PRIMARY KEY,
    actor text NOT NULL,
    options jsonb NOT NULL,
    state text NOT NULL,
    because text,
    phase text NOT NULL,
    counts jsonb NOT NULL,
    line integer NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    bytes_read bigint NOT NULL DEFAULT 0,
    remarks_left_out integer NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    ended_at timestamptz
  )`,
  "CREATE UNIQUE INDEX account_imports_running ON account_imports ((true)) WHERE state = 'running'",
  'CREATE INDEX account_imports_started ON account_imports (started_at DESC)',
  `CREATE TABLE account_import_remarks (
    import uuid NOT NULL REFERENCES account_imports ON DELETE CASCADE,
    position bigint GENERATED ALWAYS AS IDENTITY,
    line integer NOT NULL,
    field text NOT NULL,
    kind text NOT NULL,
    rule text NOT NULL,
    expected text NOT NULL,
    PRIMARY KEY (import, position)
  )`,
  // Needed while an import runs, and by nobody after a crash: not worth being written twice.
  'CREATE UNLOGGED TABLE account_import_lines (import uuid NOT NULL, key bytea NOT NULL, line integer NOT NULL, PRIMARY KEY (import, key))',
  "COMMENT ON COLUMN account_import_lines.key IS 'a digest: what stands in a file is not kept twice'",
];
