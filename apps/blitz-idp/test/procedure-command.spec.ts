import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { templates, templateSource } from '@blitz/procedures';
import { freshDatabase, type FreshDatabase } from '@blitz/testing';
import { install } from '../src/procedures/install.ts';
import { ProcedureDesk } from '../src/procedures/procedure-desk.ts';

// Each command is a process of its own.
jest.setTimeout(180_000);

const command = fileURLToPath(new URL('../dist/procedure.js', import.meta.url));

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

let database: FreshDatabase;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'blitz-procedure-'));
  env = { PATH: process.env['PATH'] ?? '', BLITZ_DATABASE_URL: database.url, BLITZ_MASTER_KEY: key(), BLITZ_SECRET: key() };
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
const key = (): string => randomBytes(32).toString('base64');

function types(args: readonly string[], input = '', variables = env): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { env: variables });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
    child.once('close', (status) => resolve({ status, out: out.join(''), err: err.join('') }));
    child.stdin.end(input);
  });
}

async function writes(source: string): Promise<string> {
  const file = join(folder, 'mine.ts');
  await writeFile(file, source);
  return file;
}

interface Listed {
  readonly plan: readonly { readonly procedure: string; readonly destinations: readonly string[]; readonly enabled: boolean }[];
  readonly procedures: readonly { readonly key: string; readonly version: number }[];
  readonly secrets: readonly { readonly name: string }[];
}
const listed = async (): Promise<Listed> => JSON.parse((await types(['list'])).out) as Listed;

describe('the command for procedures', () => {
  it('tells what it can do, and which templates there are, without any database', async () => {
    expect((await types(['--help'], '', {})).out).toContain('procedure save my-provider');
    const list = await types(['template'], '', {});
    for (const { id } of templates) expect(list.out).toContain(id);
    expect((await types(['template', 'sms-ru'], '', {})).out).toContain('implements HttpLoop');
    expect(await types(['template', 'nobody'], '', {})).toMatchObject({ status: 1, err: expect.stringContaining('no template nobody') });
  });

  it('takes an administrator from a template to a procedure that is asked for calls', async () => {
    const file = await writes((await types(['template', 'sms-ru'])).out);
    const save = ['save', 'sms-ru', '--file', file, '--host', 'sms.ru', '--destination', 'RU'];
    const refused = await types(save);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toMatch(/mine\.ts:\d+:\d+ there is no secret "api_id"/);
    expect(await types(['secret', 'api_id', '--host', 'SMS.ru'], 'very-secret\n')).toMatchObject({ status: 0, out: 'The secret api_id is saved for sms.ru. It is not shown again.\n', err: '' });
    expect(await types(save)).toMatchObject({ status: 0, out: 'sms-ru is saved as version 1.\nAsked in this order: sms-ru (RU)\n' });
    expect(await types([...save, '--off'])).toMatchObject({ out: 'sms-ru is saved as version 2.\nNobody is asked for calls.\n' });
    const list = await listed();
    expect(list).toMatchObject({ plan: [{ procedure: 'sms-ru', destinations: ['RU'], enabled: false }], secrets: [{ name: 'api_id', hosts: ['sms.ru'], usedBy: ['sms-ru'] }] });
    expect(JSON.stringify(list)).not.toContain('very-secret');
  });

  it('takes a secret to no other host than those that it was saved with', async () => {
    const file = await writes((await types(['template', 'sms-ru'])).out);
    const save = ['save', 'mine', '--file', file, '--host', 'sms.ru', '--host', 'evil.example'];
    const refused = await types(save);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toMatch(/mine\.ts:\d+:\d+ the secret "api_id" is kept for sms\.ru and may not be used beside evil\.example: save it anew/);
    expect(await types(['secret', 'api_id'], 'very-secret')).toMatchObject({ status: 1, err: expect.stringContaining('--host is missing') });
    const elsewhere = await types(['secret', 'api_id', '--host', 'elsewhere.example'], 'very-secret');
    expect(elsewhere).toMatchObject({ status: 0, out: expect.stringContaining('\nsms-ru is asked for no call any more: it reaches sms.ru.\n') });
    await types(['secret', 'api_id', '--host', 'sms.ru'], 'very-secret');
  });

  it('changes the order, and refuses one that names nobody', async () => {
    const plan = [{ procedure: 'sms-ru', destinations: [], enabled: true }];
    expect((await types(['plan'], JSON.stringify(plan))).out).toBe('The plan is saved.\nAsked in this order: sms-ru\n');
    expect((await listed()).plan).toEqual(plan);
    expect(await types(['plan'], '[{"procedure":"nobody","enabled":true}]')).toMatchObject({ status: 1, err: expect.stringContaining('0.procedure') });
    expect(await types(['plan'], 'x')).toMatchObject({ status: 1, err: expect.stringContaining('no JSON') });
  });

  it('seals secrets anew under a new master key, after which the old one is not needed', async () => {
    const newer = key();
    const both = { ...env, BLITZ_MASTER_KEY: `${newer},${env['BLITZ_MASTER_KEY'] ?? ''}` };
    expect((await types(['reseal'], '', both)).out).toBe('1 secrets were sealed anew.\n');
    const lost = await types(['reseal']);
    expect(lost).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^0 secrets were sealed anew\. No master key opens api_id: /) });
    const file = await writes((await types(['template', 'sms-ru'])).out);
    const alone = { ...env, BLITZ_MASTER_KEY: newer };
    expect(await types(['save', 'sms-ru', '--file', file, '--host', 'sms.ru'], '', alone)).toMatchObject({ status: 0 });
    env = alone;
  });

  it.each([
    ['a type', "const x: number = 'one';", /mine\.ts:2:7 .*not assignable/],
    ['a loop', 'run() { while (JsObj.empty.keys().length === 0) {} return HttpLoop.Ok(); }', /mine\.ts:2:\d+ run: it did not end within 100 ms/],
    ['a host', "run() { return HttpLoop.callBuilder('GET', 'https://evil.example/').build(); }", /mine\.ts:2:\d+ evil\.example is not in/],
    ['an answer', 'run() { return JSON.parse("5"); }', /mine\.ts:2:\d+ /],
  ])('refuses %s that is wrong, with its line', async (what, line, words) => {
    const inside = what === 'a type' ? 'run() { return HttpLoop.Ok(); }' : line;
    const file = await writes(`// mine\n${what === 'a type' ? `${line} export default class {` : 'export default class { '}${inside} }`);
    const refused = await types(['save', 'wrong', '--file', file, '--host', 'sms.ru']);
    expect(refused.status).toBe(1);
    expect(refused.err).toMatch(words);
  });

  it.each([
    [['save', 'Wrong Key', '--file', 'x'], /key must be/],
    [['save', 'sms-ru'], /--file is missing/],
    [['save', 'sms-ru', '--file', '/nowhere'], /can't be read/],
    [['secret', 'Token', '--host', 'sms.ru'], /name: expected/],
    [['secret', 'token', '--host', 'https://sms.ru/'], /--host: expected/],
    [['dance'], /no dance/],
    [['list', '--what'], /--what/],
  ])('says in a sentence what is wrong with %j', async (args, words) => {
    const said = await types(args, 'x');
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err).toMatch(words);
    expect(said.err.trim().split('\n').length).toBeLessThan(4);
  });

  it('works on what everybody else works on: every template can be saved, once its secrets are there', async () => {
    const stamp = { author: 'admin', address: '', browser: '' };
    const { desk, close } = await ProcedureDesk.open(database.url, [Buffer.from(env['BLITZ_MASTER_KEY'] ?? '', 'base64')]);
    for (const { name } of templates.flatMap(({ secrets }) => secrets)) {
      const value = name === 'application_secret' ? Buffer.from('a secret').toString('base64') : 'a-secret';
      const hosts = templates.filter(({ secrets }) => secrets.some((each) => each.name === name)).flatMap((each) => each.hosts);
      await desk.secrets.save({ name, value, hosts, ...stamp });
    }
    for (const template of templates) {
      const { id, name, hosts } = template;
      expect(await install(desk, { key: `try-${id}`, name, source: templateSource(template), hosts }, stamp)).toMatchObject({ version: 1 });
    }
    await close();
    expect((await listed()).procedures).toHaveLength(templates.length + 1);
  });
});
