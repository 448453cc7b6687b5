import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number is when it was written: TypeORM runs migrations in its order. */
export class FirstTables1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...directory, ...journal, ...operation]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = 'passwords, trusted_browsers, accounts, audit_events, applications, signing_keys, settings_versions';
    await runner.query(`DROP TABLE ${tables}`);
  }
}

const directory = [
  // login, email and phone are keys in their normal form (see accountKeys), made by the service: two collations never differ.
  `CREATE TABLE accounts (
    sub uuid PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (login <> ''),
    email text,
    phone text,
    attributes jsonb NOT NULL DEFAULT '{}',
    required_factor smallint CHECK (required_factor IN (1, 2)),
    password_locked boolean NOT NULL DEFAULT false,
    locked boolean NOT NULL DEFAULT false,
    trust_since timestamptz NOT NULL DEFAULT '-infinity',
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX accounts_email ON accounts (email) WHERE email IS NOT NULL',
  'CREATE INDEX accounts_phone ON accounts (phone) WHERE phone IS NOT NULL',
  `COMMENT ON COLUMN accounts.trust_since IS
    'when all trusted browsers were revoked last: a login that began earlier earns no trust'`,
  `CREATE TABLE passwords (
    sub uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    hash text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE trusted_browsers (
    id text PRIMARY KEY,
    sub uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    token_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    user_agent text NOT NULL,
    address text NOT NULL
  )`,
  'CREATE INDEX trusted_browsers_sub ON trusted_browsers (sub)',
];

const journal = [
  `CREATE TABLE audit_events (
    id bigserial PRIMARY KEY,
    event uuid NOT NULL UNIQUE,
    at timestamptz NOT NULL,
    type text NOT NULL,
    sub text,
    login text,
    sid text,
    client_id text,
    address text,
    user_agent text,
    correlation_id text,
    method text,
    details jsonb
  )`,
  `COMMENT ON COLUMN audit_events.event IS
    'drawn by the service: an insert repeated after a lost answer writes nothing twice'`,
  'CREATE INDEX audit_events_sub_at ON audit_events (sub, at DESC) WHERE sub IS NOT NULL',
  'CREATE INDEX audit_events_type_at ON audit_events (type, at DESC)',
  'CREATE INDEX audit_events_at ON audit_events (at DESC)',
];

const operation = [
  `CREATE TABLE applications (
    client_id text PRIMARY KEY,
    metadata jsonb NOT NULL,
    secret_sealed text,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE signing_keys (
    kid text PRIMARY KEY,
    alg text NOT NULL,
    public_jwk jsonb NOT NULL,
    private_sealed text NOT NULL,
    created_at timestamptz NOT NULL,
    activates_at timestamptz NOT NULL,
    retires_at timestamptz
  )`,
  `CREATE TABLE settings_versions (
    version integer PRIMARY KEY CHECK (version > 0),
    "values" jsonb NOT NULL,
    author text NOT NULL,
    address text NOT NULL,
    browser text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  )`,
];
