import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was counted of whole days. Only adds a table: a service of the version before runs beside it. */
export class CallDays1764220000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE call_days (
      day date NOT NULL,
      type text NOT NULL,
      reason text NOT NULL,
      count bigint NOT NULL,
      PRIMARY KEY (day, type, reason)
    )`);
    await runner.query(`COMMENT ON TABLE call_days IS
      'counted from audit_events when a day is over; a day that was counted has a row without type'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_days');
  }
}
