import { parseArgs } from 'node:util';
import { roleNames, roles } from '@blitz/accounts';
import { Refusal } from '../procedures/command/refusal.ts';

const whatRolesAllow = Object.entries(roles).map(([role, may]) => `    ${role.padEnd(12)} ${may.join(' ')}`);

export const help = `admin create --login NAME    makes somebody an administrator of blitz-console, with an account if there is none, and prints a
                             one-time link by which they enter without a second factor
  --name "Ada Lovelace"      as people read it; for a new account
  --phone +79001234567       with its country; for a new account: the calls of the second factor go there
  --role root                what they may do, root by default; may be given several times: ${roleNames.join(' ')}
admin link --login NAME      prints another link, for an administrator who is locked out
admin list                   who is an administrator, with their roles
admin remove --login NAME    takes somebody's roles away; their account stays

Roles and the privileges that they give:
${whatRolesAllow.join('\n')}

A link is good once and for 15 minutes; passwords are shown this once. docs/decisions/0016-first-administrator.md tells why this
is no back door. It needs BLITZ_DATABASE_URL, BLITZ_MASTER_KEY, BLITZ_SECRET and BLITZ_CONSOLE_URL of the installation.`;

const options = {
  login: { type: 'string' },
  name: { type: 'string' },
  phone: { type: 'string' },
  role: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws Refusal */
export function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

export type Values = ReturnType<typeof readOptions>['values'];
