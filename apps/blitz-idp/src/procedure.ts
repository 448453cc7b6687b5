import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DomainError } from '@blitz/kernel';
import { DatabaseVariables, deployment, reasonOf, SecretsVariables } from '@blitz/platform';
import { isProcedureKey, ProcedureRefused, templates, templateSource, type Stamp } from '@blitz/procedures';
import { install } from './procedures/install.ts';
import { ProcedureDesk } from './procedures/procedure-desk.ts';

const help = `procedure template                         lists the ready procedures
procedure template sms-ru > my.ts          prints one, to fill in
procedure secret token --host sms.ru < token.txt
                                           saves a secret and the hosts that it may go to; its value is read from the standard input
procedure save my-provider --file my.ts --host sms.ru
  --name "My provider"                     as people read it; the key by default
  --host …                                 where it may send requests to; may be given several times
  --destination RU --destination +7900     which numbers it serves; every number by default
  --off                                    saved, but asked for no call
procedure list                             what is saved, in the order in which it is asked
procedure plan < plan.json                 the order: [{"procedure": "…", "destinations": […], "enabled": true}, …]
procedure reseal                           seals every secret anew under the first master key

Running diallers know within a second. docs/procedures.md tells how a procedure is written.
`;

const options = {
  file: { type: 'string' },
  name: { type: 'string' },
  host: { type: 'string', multiple: true },
  destination: { type: 'string', multiple: true },
  off: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the person at the keyboard can mend. */
class Refusal extends Error {}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof read>['values'];
type Deed = (desk: ProcedureDesk, what: string, values: Values, stamp: Stamp) => Promise<string>;

const deeds: Readonly<Record<string, Deed>> = {
  async save(desk, key, { file, name = key, host: hosts = [], destination: destinations, off }, stamp) {
    if (!isProcedureKey(key)) throw new Refusal('The key must be lower-case words with - between them, begin with a letter and have three digits at most.');
    if (file === undefined) throw new Refusal('--file is missing: where does the procedure stand?');
    const source = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new Refusal(`${file} can't be read: ${reasonOf(error)}`);
    });
    const more = { ...(destinations === undefined ? {} : { destinations }), ...(off === true ? { enabled: false } : {}) };
    const version = await install(desk, { key, name, source, hosts, ...more }, stamp).catch((error: unknown) => {
      if (error instanceof ProcedureRefused) throw new Refusal(error.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'));
      throw error;
    });
    return `${key} is saved as version ${version}.`;
  },
  async secret(desk, name, { host: hosts }, stamp) {
    const value = (await text(process.stdin)).replace(/\r?\n$/, '');
    await desk.secrets.save({ name, value, hosts, ...stamp });
    return `The secret ${name} is saved. It is not shown again.`;
  },
  async plan(desk, _what, _values, stamp) {
    const { planVersion } = await desk.store.set();
    const plan = await text(process.stdin).then((json): unknown => JSON.parse(json)).catch(() => {
      throw new Refusal('The plan on the standard input is no JSON.');
    });
    await desk.plans.execute({ plan, expectedVersion: planVersion, ...stamp });
    return 'The plan is saved.';
  },
  async list(desk) {
    const { procedures, plan } = await desk.store.set();
    const shown = procedures.map(({ key, name, version, hosts, secrets }) => ({ key, name, version, hosts, secrets }));
    return JSON.stringify({ plan, procedures: shown, secrets: await desk.secrets.list() }, null, 2);
  },
  async reseal(desk, _what, _values, stamp) {
    const { changed, unreadable } = await desk.secrets.reseal(stamp);
    if (unreadable.length > 0) throw new Refusal(`${changed} secrets were sealed anew. No master key opens ${unreadable.join(', ')}.`);
    return `${changed} secrets were sealed anew.`;
  },
};

function template(id: string): string {
  if (id === '') return templates.map((each) => `${each.id.padEnd(16)}${each.name}: ${each.hosts.join(', ')}`).join('\n');
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Refusal(`There is no template ${id}. \`procedure template\` lists them.`);
  return templateSource(found).trimEnd();
}

async function main(args: readonly string[]): Promise<string> {
  const { values, positionals: [name = '', what = ''] } = read(args);
  if (values.help === true || name === '') return help.trimEnd();
  if (name === 'template') return template(what);
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  if (deed === undefined) throw new Refusal(`There is no ${name}. --help tells what there is.`);
  const { stores, secrets } = deployment({ stores: DatabaseVariables, secrets: SecretsVariables }, { port: 0, path: '' });
  const { desk, close } = await ProcedureDesk.open(stores.databaseUrl, secrets.masterKeys);
  try {
    return await deed(desk, what, values, { author: `${userInfo().username} (command line)`, address: '', browser: '' });
  } finally {
    await close();
  }
}

function inWords(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof DomainError)) return reasonOf(error);
  const { at, field = at, expected } = error.details;
  return expected === undefined ? `${error.code} ${JSON.stringify(error.details)}` : `${String(field)}: expected ${String(expected)}`;
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
}
