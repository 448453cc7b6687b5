import { text } from 'node:stream/consumers';
import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { Sealer } from '@blitz/kernel';
import { DatabaseVariables, deployment, SecretsVariables } from '@blitz/platform';
import { openDatabase, PostgresAccounts, PostgresApplications, PostgresPasswords } from '@blitz/postgres';
import { seedAdministrator } from './administrators/seed-administrator.ts';
import { seedSimulator, type SeededSimulator } from './procedures/seed-simulator.ts';

/** What the demo consists of, as it comes on the standard input. */
interface Demo {
  readonly accounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly requiredFactor?: 1 | 2 | null;
  }[];
  /** Who works in blitz-console, by login. */
  readonly administrators?: readonly { readonly login: string; readonly roles: readonly string[] }[];
  /** Where calls go to. */
  readonly simulator?: SeededSimulator;
  readonly clients: readonly ({ readonly client_id: string; readonly client_secret: string } & Record<string, unknown>)[];
}

const { stores, secrets } = deployment({ stores: DatabaseVariables, secrets: SecretsVariables }, { port: 0, path: '' });
const demo = JSON.parse(await text(process.stdin)) as Demo;
const database = await openDatabase(stores.databaseUrl);
const accounts = new PostgresAccounts(database);
const passwords = new PostgresPasswords(database);
const applications = new PostgresApplications(database, new Sealer(secrets.masterKeys));
const hashes = new Argon2PasswordHashes();
try {
  for (const { password, ...account } of demo.accounts) {
    // What somebody changed in the demo since stays as it is.
    if ((await accounts.findByLogin(account.login)) !== undefined) continue;
    const { sub } = await accounts.create(account);
    await passwords.saveHash(sub, await hashes.hash(password));
    const administrator = demo.administrators?.find(({ login }) => login === account.login);
    if (administrator !== undefined) await seedAdministrator(database, sub, administrator.roles);
  }
  for (const { client_id: clientId, client_secret: secret, ...metadata } of demo.clients) {
    await applications.save({ clientId, secret, metadata });
  }
  if (demo.simulator !== undefined) await seedSimulator(database, secrets.masterKeys, demo.simulator);
} finally {
  await database.destroy();
}
