import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for the questions of the console. They are built while events are written (`CONCURRENTLY`, so without a transaction):
 * over ten million events each takes about a quarter of a minute, and locked out so long a login would lose its events.
 */
export class JournalIndexes1764220000000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // Longer than any statement of a login may take.
    await runner.query('SET statement_timeout = 0');
    try {
      for (const [name, columns] of indexes) {
        // A try that was cut off leaves an index that is written and never read.
        await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
        await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON audit_events ${columns}`);
      }
    } finally {
      await runner.query('RESET statement_timeout');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of indexes) await runner.query(`DROP INDEX ${name}`);
  }
}

/** Those that end in type and time serve a page of any types without reading more than it shows: see page-statement.ts. */
const indexes = [
  ['audit_events_address', '(address, type, at DESC, id DESC) WHERE address IS NOT NULL'],
  ['audit_events_client', '(client_id, type, at DESC, id DESC) WHERE client_id IS NOT NULL'],
  ['audit_events_correlation', '(correlation_id) WHERE correlation_id IS NOT NULL'],
  ['audit_events_actor', "((details ->> 'actor'), at DESC) WHERE type = 'administration'"],
] as const;
