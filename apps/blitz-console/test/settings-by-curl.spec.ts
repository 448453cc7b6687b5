import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './support/desk.ts';
import { Town } from './support/town.ts';

const page = fileURLToPath(new URL('../../../docs/admin-api.md', import.meta.url));
const hasCurl = spawnSync('curl', ['--version']).error === undefined;

describe('the settings, by curl', () => {
  let town: Town;
  beforeAll(async () => (town = await Town.open()));
  afterAll(() => town.close());

  (hasCurl ? it : it.skip)('are saved as docs/admin-api.md says, word for word', async () => {
    const section = (await readFile(page, 'utf8')).split('## Settings and methods')[1] ?? '';
    const script = /^```sh\n(.*?)^```$/ms.exec(section)?.[1] ?? '';
    const env = { PATH: process.env['PATH'] ?? '', token: await town.accessToken(), console: town.url };
    const said = await new Promise<string>((resolve) => execFile('sh', ['-c', script], { env, timeout: 60_000 }, (_error, out, err) => resolve(`${out}${err}`)));
    const [preview, saved, methods] = said.replaceAll('}{', '}\n{').split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(preview).toMatchObject({ version: 0, odds: { per_login: 333_333 } });
    expect(saved).toMatchObject({ version: 1 });
    expect(methods).toMatchObject({ second: [{ id: 'flashCall', state: 'on' }] });
    expect((await new Desk(town).asks('GET', 'settings')).body).toMatchObject({ version: 2 });
  });
});
