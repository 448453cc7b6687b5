import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only adds columns with values of their own: a service of the version before runs beside it. */
export class ApplicationVersions1764240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE applications
      ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
      ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN secret_since timestamptz,
      ADD COLUMN search text`);
    await runner.query(`COMMENT ON COLUMN applications.search IS
      'id and name in the form that searches compare, made by the service; null until it is saved by one that makes it'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE applications DROP COLUMN version, DROP COLUMN changed_at, DROP COLUMN secret_since, DROP COLUMN search');
  }
}
