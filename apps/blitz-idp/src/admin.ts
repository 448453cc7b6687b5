import { DatabaseVariables, deployment, NeighboursVariables, reasonOf, SecretsVariables } from '@blitz/platform';
import { administratorDeeds } from './administrators/administrator-deeds.ts';
import { AdministratorDesk } from './administrators/administrator-desk.ts';
import { inWords } from './administrators/in-words.ts';
import { help, readOptions } from './administrators/options.ts';
import { Refusal } from './procedures/command/refusal.ts';

async function main(args: readonly string[]): Promise<string> {
  const { values, positionals: [name = '', more] } = readOptions(args);
  if (values.help === true || name === '') return help;
  const deed = Object.hasOwn(administratorDeeds, name) ? administratorDeeds[name] : undefined;
  if (deed === undefined || more !== undefined) throw new Refusal(`There is no ${more ?? name}. --help tells what there is.`);
  const concerns = { stores: DatabaseVariables, secrets: SecretsVariables, neighbours: NeighboursVariables };
  const { stores, secrets, neighbours } = deployment(concerns, { port: 0, path: '' });
  const { desk, close } = await AdministratorDesk.open(stores.databaseUrl, secrets.secret, neighbours.consoleUrl);
  try {
    return await deed(desk, values);
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
