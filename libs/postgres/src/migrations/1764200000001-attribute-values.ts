import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds accounts by the value of any attribute: one that the settings call unique must not be looked for in every account. Built
 * beside the work of services: over a million accounts it takes about a quarter of a minute.
 */
export class AttributeValues1764200000001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET statement_timeout = 0');
    try {
      // A try that was cut off leaves an index that is written and never read.
      await runner.query('DROP INDEX CONCURRENTLY IF EXISTS accounts_attributes');
      await runner.query('CREATE INDEX CONCURRENTLY accounts_attributes ON accounts USING gin (attributes jsonb_path_ops)');
    } finally {
      await runner.query('RESET statement_timeout');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX accounts_attributes');
  }
}
