import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts get versions and words by which they are found. Only adds: a service of the version before runs beside it, counts the
 * versions up without knowing it, and leaves accounts without their words, which the console makes (`IndexAccounts`).
 */
export class Directory1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...accounts, ...triggers]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER accounts_changed ON accounts');
    await runner.query('DROP TRIGGER accounts_gone ON accounts');
    await runner.query('DROP FUNCTION count_account_version, forget_account_words');
    await runner.query('DROP TABLE account_words');
    await runner.query('ALTER TABLE accounts DROP COLUMN version, DROP COLUMN words, DROP COLUMN unworded');
  }
}

const accounts = [
  `ALTER TABLE accounts
    ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    ADD COLUMN words text[] COLLATE "C" NOT NULL DEFAULT '{}',
    ADD COLUMN unworded boolean NOT NULL DEFAULT true`,
  `COMMENT ON COLUMN accounts.words IS
    'what stands in account_words for this account, made by the service (searchWords)'`,
  `COMMENT ON COLUMN accounts.unworded IS
    'the words are not those of the attributes: written by a service that makes none'`,
  'CREATE INDEX accounts_unworded ON accounts (sub) WHERE unworded',
  // Without a reference to accounts: it would be looked up for every word of an import, and every change of an account would wait.
  'CREATE TABLE account_words (word text COLLATE "C" NOT NULL, sub uuid NOT NULL, PRIMARY KEY (word, sub))',
];

const triggers = [
  `CREATE FUNCTION count_account_version() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.version := OLD.version + 1;
    NEW.unworded := NEW.unworded OR NEW.login <> OLD.login OR NEW.attributes <> OLD.attributes;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER accounts_changed BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN ((OLD.login, OLD.attributes, OLD.required_factor, OLD.password_locked, OLD.locked)
      IS DISTINCT FROM (NEW.login, NEW.attributes, NEW.required_factor, NEW.password_locked, NEW.locked))
    EXECUTE FUNCTION count_account_version()`,
  `CREATE FUNCTION forget_account_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM account_words WHERE sub = OLD.sub AND word = ANY (OLD.words);
    RETURN NULL;
  END $$`,
  'CREATE TRIGGER accounts_gone AFTER DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION forget_account_words()',
];
