import { userInfo } from 'node:os';
import {
  AppointAdministrator,
  DismissAdministrator,
  EntryLinkTags,
  MakeEntryLink,
  type Account,
  type Accounts,
  type Administrators,
  type Passwords,
} from '@blitz/accounts';
import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { RecordDeed, type Actor } from '@blitz/audit';
import { deriveKey, newId, SystemClock, type Clock } from '@blitz/kernel';
import { openDatabase, PostgresAccounts, PostgresAdministrators, PostgresAuditTrail, PostgresEntryLinks, PostgresPasswords } from '@blitz/postgres';
import type { DataSource } from 'typeorm';

/** What a command needs to work on administrators: the same deeds and the same journal as in blitz-console. */
export class AdministratorDesk {
  readonly clock: Clock = new SystemClock();
  readonly actor: Actor = { id: whoTypes(), kind: 'program', address: '', userAgent: '', correlationId: newId() };
  readonly accounts: Accounts;
  readonly administrators: Administrators;
  readonly passwords: Passwords;
  readonly hashes = new Argon2PasswordHashes();
  readonly deeds: RecordDeed;
  readonly appoint: AppointAdministrator;
  readonly dismiss: DismissAdministrator;
  readonly makeLink: MakeEntryLink;
  readonly #audit: PostgresAuditTrail;

  constructor(database: DataSource, secret: Buffer, readonly consoleUrl: string | undefined) {
    this.#audit = new PostgresAuditTrail(database, { onFailure: () => undefined });
    this.accounts = new PostgresAccounts(database);
    this.administrators = new PostgresAdministrators(database);
    this.passwords = new PostgresPasswords(database);
    this.deeds = new RecordDeed(this.#audit, this.clock);
    this.appoint = new AppointAdministrator(this.administrators, this.clock, this.deeds);
    this.dismiss = new DismissAdministrator(this.administrators, this.deeds);
    const tags = new EntryLinkTags(deriveKey(secret, 'entry links'));
    this.makeLink = new MakeEntryLink(new PostgresEntryLinks(database), tags, this.clock, this.deeds);
  }

  static async open(databaseUrl: string, secret: Buffer, consoleUrl: string | undefined): Promise<{ readonly desk: AdministratorDesk; readonly close: () => Promise<void> }> {
    const database = await openDatabase(databaseUrl);
    const desk = new AdministratorDesk(database, secret, consoleUrl);
    const close = async (): Promise<void> => {
      await desk.#audit.flush();
      await database.destroy();
    };
    return { desk, close };
  }

  /** By the login alone: another attribute that reads the same must make nobody else an administrator. */
  find(login: string): Promise<Account | undefined> {
    return this.accounts.findByLogin(login, { searchable: () => false, normalised: (_attribute, text) => text });
  }
}

/** In the journal's alphabet, and never a number. */
function whoTypes(): string {
  const name = userInfo().username.replace(/[^A-Za-z_.-]/g, '');
  return `command-line${name === '' ? '' : `:${name}`}`;
}
