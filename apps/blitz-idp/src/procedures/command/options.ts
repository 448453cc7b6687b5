import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export const help = `procedure template                         lists the ready procedures
procedure template sms-ru > my.ts          prints one, to fill in
procedure secret token --host sms.ru < token.txt
                                           saves a secret and the hosts that it may go to; its value is read from the standard input
procedure secret-delete token              deletes one that no procedure uses
procedure save my-provider --file my.ts --host sms.ru
  --name "My provider"                     as people read it; the key by default
  --host …                                 where it may send requests to; may be given several times
  --destination RU --destination +7900     which numbers it serves; every number by default
  --off                                    saved, but asked for no call
procedure list                             what is saved, in the order in which it is asked
procedure plan < plan.json                 the order: [{"procedure": "…", "destinations": […], "enabled": true}, …]
procedure history my-provider              its versions, the newest first: when, by whom, for which hosts
procedure source my-provider 3 > my.ts     prints a version, the newest by default; to go back to it, save it again
procedure reseal                           seals every secret anew under the first master key

Running diallers know within a second. docs/procedures.md tells how a procedure is written.`;

const options = {
  file: { type: 'string' },
  name: { type: 'string' },
  host: { type: 'string', multiple: true },
  destination: { type: 'string', multiple: true },
  off: { type: 'boolean' },
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
