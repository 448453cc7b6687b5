import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only adds tables: a service of the version before runs beside it. */
export class Procedures1764180000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE procedure_versions, plan_versions, procedure_secrets, procedures_mark');
  }
}

const stamp = `author text NOT NULL,
    address text NOT NULL,
    browser text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()`;

const statements = [
  `CREATE TABLE procedure_versions (
    key text NOT NULL CHECK (key <> ''),
    version integer NOT NULL CHECK (version > 0),
    name text NOT NULL,
    source text NOT NULL,
    hosts jsonb NOT NULL,
    javascript text NOT NULL,
    entry_points jsonb NOT NULL,
    secrets jsonb NOT NULL,
    ${stamp},
    PRIMARY KEY (key, version)
  )`,
  `CREATE TABLE plan_versions (
    version integer PRIMARY KEY CHECK (version > 0),
    plan jsonb NOT NULL,
    ${stamp}
  )`,
  `CREATE TABLE procedure_secrets (
    name text PRIMARY KEY CHECK (name <> ''),
    hosts jsonb NOT NULL CHECK (jsonb_array_length(hosts) > 0),
    sealed text NOT NULL,
    ${stamp}
  )`,
  'CREATE TABLE procedures_mark (one boolean PRIMARY KEY DEFAULT true CHECK (one), mark bigint NOT NULL)',
  `COMMENT ON TABLE procedures_mark IS
    'grows with whatever is saved in the other three: the diallers look at it once a second'`,
  'INSERT INTO procedures_mark (mark) VALUES (1)',
];
