import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { DomainError } from '@blitz/kernel';
import { reasonOf } from '@blitz/platform';
import { isProcedureKey, ProcedureRefused } from '@blitz/procedures';
import { install } from '../install.ts';
import { askedOrder } from './asked-order.ts';
import type { Deed } from './deed.ts';
import { Refusal } from './refusal.ts';

const mostVersions = 1_000;

const save: Deed = async (desk, { what: key, values: { file, name = key, host: hosts = [], destination: destinations, off }, stamp }) => {
  if (!isProcedureKey(key)) throw new Refusal('The key must be lower-case words with - between them, begin with a letter and have three digits at most.');
  if (file === undefined) throw new Refusal('--file is missing: where does the procedure stand?');
  const source = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Refusal(`${file} can't be read: ${reasonOf(error)}`);
  });
  const more = { ...(destinations === undefined ? {} : { destinations }), ...(off === true ? { enabled: false } : {}) };
  const { version, plan } = await install(desk, { key, name, source, hosts, ...more }, stamp).catch((error: unknown) => {
    throw refusalOf(error, key, file);
  });
  return `${key} is saved as version ${version}.\n${askedOrder(plan)}`;
};

/** What only somebody who saves a procedure can know: which file and which option it is about. */
function refusalOf(error: unknown, key: string, file: string): unknown {
  if (error instanceof ProcedureRefused) return new Refusal(error.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'));
  if (!(error instanceof DomainError)) return error;
  const { at, expected } = error.details;
  if (error.code === 'plan_invalid' && String(at).endsWith('.destinations')) return new Refusal(`--destination: expected ${String(expected)}`);
  if (error.code !== 'plan_changed_meanwhile') return error;
  return new Refusal(`${key} is saved, but the plan is as it was: somebody else saved it meanwhile. Look with \`procedure list\` and try again.`);
}

const plan: Deed = async (desk, { stamp }) => {
  const { planVersion } = await desk.store.set();
  const wanted = await text(process.stdin).then((json): unknown => JSON.parse(json)).catch(() => {
    throw new Refusal('The plan on the standard input is no JSON.');
  });
  await desk.plans.execute({ plan: wanted, expectedVersion: planVersion, ...stamp });
  return `The plan is saved.\n${askedOrder((await desk.store.set()).plan)}`;
};

const list: Deed = async (desk) => {
  const { procedures, plan: saved } = await desk.store.set();
  const shown = procedures.map(({ key, name, version, hosts, secrets }) => ({ key, name, version, hosts, secrets }));
  return JSON.stringify({ plan: saved, procedures: shown, secrets: await desk.secrets.list() }, null, 2);
};

const history: Deed = async (desk, { what: key }) => {
  const versions = await desk.store.history(key, mostVersions);
  if (versions.length === 0) throw unknown(key);
  return versions.map(({ version, at, author, hosts }) => `${String(version).padStart(4)}  ${new Date(at).toISOString()}  ${author}  ${hosts.join(' ')}`.trimEnd()).join('\n');
};

const source: Deed = async (desk, { what: key, more: version }) => {
  const [latest] = await desk.store.history(key, 1);
  if (latest === undefined) throw unknown(key);
  const wanted = version === '' ? latest : await desk.store.find(key, Number(version));
  if (wanted === undefined) throw new Refusal(`${key} has no version ${version}: the newest is ${latest.version}.`);
  return wanted.source.replace(/\n$/, '');
};

function unknown(key: string): Refusal {
  return new Refusal(`There is no procedure ${key}. \`procedure list\` tells which there are.`);
}

export const procedureDeeds = { save, plan, list, history, source } as const;
