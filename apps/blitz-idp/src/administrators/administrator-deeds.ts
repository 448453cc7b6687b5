import { entryLinkMs, isRole, privileges, readPhoneNumber, readRoles, type Account, type Administrator, type Appointer } from '@blitz/accounts';
import { newId } from '@blitz/kernel';
import { Refusal } from '../procedures/command/refusal.ts';
import type { AdministratorDesk } from './administrator-desk.ts';
import type { Values } from './options.ts';

/** @returns what is printed @throws Refusal, DomainError */
type Deed = (desk: AdministratorDesk, values: Values) => Promise<string>;

const pageSize = 200;
const line = (name: string, value: string, note = ''): string => `${name.padEnd(10)} ${value}${note === '' ? '' : `   ${note}`}`;

const create: Deed = async (desk, { login = '', name, phone, role = ['root'] }) => {
  if (login === '') throw new Refusal('--login is missing: who becomes an administrator?');
  const roles = readRoles(role.filter(isRole).length === role.length ? role : []);
  const consoleUrl = consoleOf(desk);
  const known = await desk.find(login);
  if (known !== undefined && (name ?? phone) !== undefined) {
    throw new Refusal(`There is an account ${known.login} already: --name and --phone are for new ones. Leave them out, and change the account in the console.`);
  }
  if (known !== undefined && known.locked) throw new Refusal(`The account ${known.login} is locked: nobody enters with it.`);
  const { account, password } = known === undefined ? await newAccount(desk, login, name, phone) : { account: known, password: undefined };
  await desk.appoint.execute({ sub: account.sub, roles, ...everything(desk) });
  return [
    line('Account', account.login, password === undefined ? '' : 'new, asked for two factors'),
    ...(password === undefined ? [] : [line('Password', password, 'shown this once')]),
    line('Roles', roles.join(' ')),
    await linkFor(desk, account, consoleUrl),
  ].join('\n');
};

const link: Deed = async (desk, { login = '' }) => {
  const consoleUrl = consoleOf(desk);
  const { account } = await administrator(desk, login);
  if (account.locked) throw new Refusal(`The account ${account.login} is locked: nobody enters with it.`);
  return linkFor(desk, account, consoleUrl);
};

const list: Deed = async (desk) => {
  const lines: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: readonly Administrator[] = await desk.administrators.list({ limit: pageSize, after });
    lines.push(...page.map(({ account, roles }) => `${account.login.padEnd(24)} ${roles.join(' ')}${account.locked ? '   (account locked)' : ''}`));
    after = page.length < pageSize ? undefined : page.at(-1)?.account.login;
  }
  return lines.length === 0 ? 'There is no administrator. `admin create --login …` makes one.' : lines.join('\n');
};

const remove: Deed = async (desk, { login = '' }) => {
  const { account, version } = await administrator(desk, login);
  await desk.dismiss.execute({ sub: account.sub, expectedVersion: version, ...everything(desk) });
  return `${account.login} is no administrator any more. The account stays.`;
};

/** Asked for two factors from the first login on; its password is random, and nobody has it but who reads the answer. */
async function newAccount(desk: AdministratorDesk, login: string, name: string | undefined, phone: string | undefined) {
  const number = phone === undefined ? undefined : readPhoneNumber(phone);
  if (phone !== undefined && number === undefined) throw new Refusal('--phone must be a telephone number with its country, such as +79001234567.');
  const attributes = { ...(name === undefined ? {} : { name }), ...(number === undefined ? {} : { phone_number: number }) };
  const password = newId();
  const hash = await desk.hashes.hash(password);
  const account = await desk.accounts.create({ login, attributes, requiredFactor: 2 });
  await desk.passwords.saveHash(account.sub, hash);
  desk.deeds.execute({ actor: desk.actor, resource: 'account', deed: 'created', target: account.sub, sub: account.sub, after: { login: account.login, ...attributes } });
  return { account, password };
}

async function linkFor(desk: AdministratorDesk, { sub }: Account, consoleUrl: string): Promise<string> {
  const token = await desk.makeLink.execute(sub, desk.actor);
  return [
    // Behind the #: browsers send it to no server, so that it reaches no log on its way.
    line('Enter', `${consoleUrl}/enter#${token}`),
    line('', `Good once, for ${String(entryLinkMs / 60_000)} minutes, and for whoever has it: hand it over like a key.`),
  ].join('\n');
}

async function administrator(desk: AdministratorDesk, login: string): Promise<Administrator> {
  if (login === '') throw new Refusal('--login is missing: whose?');
  const account = await desk.find(login);
  const found = account === undefined ? undefined : await desk.administrators.find(account.sub);
  if (found === undefined) throw new Refusal(`${login} is no administrator. \`admin list\` tells who is, \`admin create\` makes one.`);
  return found;
}

/** Whoever has the installation's secrets may all. */
function everything({ actor }: AdministratorDesk): Appointer {
  return { actor, held: privileges };
}

/** Asked for before anything is done: a link without an address helps nobody. */
function consoleOf({ consoleUrl }: AdministratorDesk): string {
  if (consoleUrl === undefined) throw new Refusal('BLITZ_CONSOLE_URL is missing: where is blitz-console, as people see it?');
  return consoleUrl;
}

export const administratorDeeds: Readonly<Record<string, Deed>> = { create, link, list, remove };
