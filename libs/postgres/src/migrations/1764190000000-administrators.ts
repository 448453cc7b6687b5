import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lastRootLock } from '../database/locks.ts';

/** Only adds: a service of the version before runs beside it, and obeys the rule of the last root without knowing it. */
export class Administrators1764190000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...lastRoot]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER accounts_last_root ON accounts');
    await runner.query('DROP TABLE entry_links, administrators');
    await runner.query('DROP FUNCTION assert_root');
  }
}

const tables = [
  `CREATE TABLE administrators (
    sub uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    roles text[] NOT NULL CHECK (cardinality(roles) > 0),
    version integer NOT NULL CHECK (version > 0),
    appointed_at timestamptz NOT NULL
  )`,
  `CREATE TABLE entry_links (
    tag text PRIMARY KEY CHECK (tag <> ''),
    sub uuid NOT NULL REFERENCES administrators ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
  )`,
  `COMMENT ON COLUMN entry_links.tag IS
    'an HMAC of the token under a key of the installation: whoever can only write to the database can make no link'`,
  'CREATE INDEX entry_links_sub ON entry_links (sub)',
];

/*
 * The rule of the last root spans two tables and must hold whoever writes to them, so it stands here. Those who might break it wait
 * for each other: each counts when it is alone, after its own change.
 */
const lastRoot = [
  `CREATE FUNCTION assert_root() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(${lastRootLock.join(', ')});
    IF TG_TABLE_NAME = 'accounts' AND NOT EXISTS (SELECT FROM administrators WHERE sub = NEW.sub AND 'root' = ANY (roles)) THEN
      RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM administrators JOIN accounts USING (sub) WHERE 'root' = ANY (roles) AND NOT locked) THEN
      RAISE EXCEPTION 'the last administrator with the role root stays' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'last_root_stays';
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER administrators_last_root_removed AFTER DELETE ON administrators
    FOR EACH ROW WHEN ('root' = ANY (OLD.roles)) EXECUTE FUNCTION assert_root()`,
  `CREATE TRIGGER administrators_last_root_changed AFTER UPDATE ON administrators
    FOR EACH ROW WHEN ('root' = ANY (OLD.roles) AND NOT 'root' = ANY (NEW.roles)) EXECUTE FUNCTION assert_root()`,
  `CREATE TRIGGER accounts_last_root AFTER UPDATE OF locked ON accounts
    FOR EACH ROW WHEN (NEW.locked AND NOT OLD.locked) EXECUTE FUNCTION assert_root()`,
];
