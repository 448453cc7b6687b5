import { templates, templateSource } from '@blitz/procedures';
import type { DataSource } from 'typeorm';
import { install } from './install.ts';
import { ProcedureDesk } from './procedure-desk.ts';

export interface SeededSimulator {
  /** Base address without a slash at its end. */
  readonly url: string;
  readonly token: string;
}

const key = 'simulator';
const stamp = { author: 'the demo', address: '', browser: '' };

/** The vendor's example with the simulator's address in it: what a person has to do with any template, done for the demo. */
export function simulatorSource(url: string): string {
  const template = templates.find(({ id }) => id === 'vendor-example');
  if (template === undefined) throw new RangeError('there is no template vendor-example');
  return templateSource(template).replace(/^const base = '[^']*';$/m, `const base = '${url}';`);
}

/** Has calls go to the simulator. What somebody made of the procedure since stays as it is. */
export async function seedSimulator(database: DataSource, masterKeys: readonly Buffer[], { url, token }: SeededSimulator): Promise<void> {
  const desk = new ProcedureDesk(database, masterKeys);
  try {
    const [latest] = await desk.store.history(key, 1);
    if (latest !== undefined && latest.author !== stamp.author) return;
    const hosts = [new URL(url).host];
    await desk.secrets.save({ name: 'token', value: token, hosts, ...stamp });
    const source = simulatorSource(url);
    if (latest?.source === source) return;
    await install(desk, { key, name: 'Phone simulator', source, hosts }, stamp);
  } finally {
    await desk.close();
  }
}
