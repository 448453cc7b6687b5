import { userInfo } from 'node:os';
import { DatabaseVariables, deployment, reasonOf, SecretsVariables } from '@blitz/platform';
import { templates, templateSource } from '@blitz/procedures';
import type { Deed } from './procedures/command/deed.ts';
import { inWords } from './procedures/command/in-words.ts';
import { help, readOptions } from './procedures/command/options.ts';
import { procedureDeeds } from './procedures/command/procedure-deeds.ts';
import { Refusal } from './procedures/command/refusal.ts';
import { secretDeeds } from './procedures/command/secret-deeds.ts';
import { ProcedureDesk } from './procedures/procedure-desk.ts';

const deeds: Readonly<Record<string, Deed>> = { ...procedureDeeds, ...secretDeeds };

function template(id: string): string {
  if (id === '') return templates.map((each) => `${each.id.padEnd(16)}${each.name}: ${each.hosts.join(', ')}`).join('\n');
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Refusal(`There is no template ${id}. \`procedure template\` lists them.`);
  return templateSource(found).trimEnd();
}

async function main(args: readonly string[]): Promise<string> {
  const { values, positionals: [name = '', what = '', more = ''] } = readOptions(args);
  if (values.help === true || name === '') return help;
  if (name === 'template') return template(what);
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  if (deed === undefined) throw new Refusal(`There is no ${name}. --help tells what there is.`);
  const { stores, secrets } = deployment({ stores: DatabaseVariables, secrets: SecretsVariables }, { port: 0, path: '' });
  const { desk, close } = await ProcedureDesk.open(stores.databaseUrl, secrets.masterKeys);
  try {
    return await deed(desk, { what, more, values, stamp: { author: `${userInfo().username} (command line)`, address: '', browser: '' } });
  } finally {
    await close();
  }
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${inWords(error) ?? reasonOf(error)}\n`);
  process.exitCode = 1;
}
