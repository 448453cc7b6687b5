import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { templates, templateSource, type ProcedureSet } from '@blitz/procedures';
import { freshDatabase, type FreshDatabase } from '@blitz/testing';
import type { Values } from '../src/procedures/command/options.ts';
import { procedureDeeds } from '../src/procedures/command/procedure-deeds.ts';
import { secretDeeds } from '../src/procedures/command/secret-deeds.ts';
import { install } from '../src/procedures/install.ts';
import { ProcedureDesk } from '../src/procedures/procedure-desk.ts';

const stamp = { author: 'ada (command line)', address: '', browser: '' };
const deeds = { ...procedureDeeds, ...secretDeeds };
const template = templates.find(({ id }) => id === 'sms-ru');
const smsRu = template === undefined ? '' : templateSource(template);

let database: FreshDatabase;
let folder: string;
let opened: Awaited<ReturnType<typeof ProcedureDesk.open>>;
beforeAll(async () => {
  [database, folder] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'blitz-deeds-'))]);
  opened = await ProcedureDesk.open(database.url, [randomBytes(32)]);
  await opened.desk.secrets.save({ name: 'api_id', value: 'very-secret', hosts: ['sms.ru'], ...stamp });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const does = (name: keyof typeof deeds, what: string, more = '', values: Partial<Values> = {}): Promise<string> =>
  deeds[name](opened.desk, { what, more, values, stamp });

async function saves(key: string, source: string, ...destination: string[]): Promise<string> {
  const file = join(folder, `${key}.ts`);
  await writeFile(file, source);
  return does('save', key, '', { file, host: ['sms.ru'], ...(destination.length > 0 ? { destination } : {}) });
}
const set = (): Promise<ProcedureSet> => opened.desk.store.set();

describe('the order in which procedures are asked', () => {
  it('is told after each save, and one for some numbers is put before those for every number', async () => {
    expect(await saves('everywhere', smsRu)).toBe('everywhere is saved as version 1.\nAsked in this order: everywhere');
    expect(await saves('kazakh', smsRu, 'KZ', '+7700')).toBe('kazakh is saved as version 1.\nAsked in this order: kazakh (KZ +7700), everywhere');
    expect(await saves('everywhere', smsRu)).toBe('everywhere is saved as version 2.\nAsked in this order: kazakh (KZ +7700), everywhere');
  });

  it('that can not be is refused before anything is saved', async () => {
    const before = await set();
    for (const destination of ['russia', '+0', '']) {
      await expect(saves('new-one', smsRu, 'RU', destination)).rejects.toThrow(/^--destination: expected a list of country codes/);
      await expect(saves('kazakh', smsRu, destination)).rejects.toThrow(/^--destination: expected/);
    }
    expect(await set()).toEqual(before);
  });

  it('saved by somebody else meanwhile stays theirs, and the one who is late hears what is saved', async () => {
    const { desk } = opened;
    // As if somebody had saved a plan between the look at it and the save.
    const execute = (command: Parameters<typeof desk.plans.execute>[0]): Promise<number> => desk.plans.execute({ ...command, expectedVersion: command.expectedVersion - 1 });
    const late = Object.create(desk, { plans: { value: { execute } } }) as ProcedureDesk;
    const plan = (await set()).plan;
    const file = join(folder, 'late.ts');
    await writeFile(file, smsRu);
    const typed = { what: 'late', more: '', values: { file, host: ['sms.ru'] }, stamp };
    await expect(deeds.save(late, typed)).rejects.toThrow(/^late is saved, but the plan is as it was: somebody else saved it meanwhile\. Look with `procedure list` and try again\.$/);
    expect((await set()).plan).toEqual(plan);
    expect(await saves('late', smsRu)).toContain('kazakh (KZ +7700), everywhere, late');
  });

  it('lets one of two who save a procedure at once win', async () => {
    const wanted = { key: 'at-once', name: 'At once', source: smsRu, hosts: ['sms.ru'] };
    const done = await Promise.allSettled([install(opened.desk, wanted, stamp), install(opened.desk, wanted, stamp)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = done.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: expect.stringMatching(/^(procedure|plan)_changed_meanwhile$/) });
  });
});

describe('the versions of a procedure', () => {
  beforeEach(async () => {
    if ((await set()).procedures.every(({ key }) => key !== 'mine')) for (const word of ['first', 'second']) await saves('mine', `// ${word}\n${smsRu}`);
  });

  it('are told with who saved them, when, and for which hosts, the newest first', async () => {
    const lines = (await does('history', 'mine')).split('\n');
    expect(lines).toEqual([2, 1].map((version) => expect.stringMatching(new RegExp(`^   ${version}  \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z  ada \\(command line\\)  sms\\.ru$`))));
  });

  it('are printed as they were, so that any can be saved again', async () => {
    expect(`${await does('source', 'mine')}\n`).toBe(`// second\n${smsRu}`);
    const first = `${await does('source', 'mine', '1')}\n`;
    expect(first).toBe(`// first\n${smsRu}`);
    await saves('mine', first);
    expect(`${await does('source', 'mine')}\n`).toBe(first);
  });

  it.each(['99', '0', 'x', '1.5', '99999999999'])('are asked for by number: there is none %j', async (version) => {
    await expect(does('source', 'mine', version)).rejects.toThrow(new RegExp(`^mine has no version ${version}: the newest is \\d\\.$`));
  });

  it.each(['history', 'source'] as const)('are those of a procedure: %s of nobody is refused', async (deed) => {
    await expect(does(deed, 'nobody')).rejects.toThrow('There is no procedure nobody.');
  });
});

describe('a secret', () => {
  it('is deleted when no procedure uses it, and stays otherwise', async () => {
    await opened.desk.secrets.save({ name: 'old', value: 'x', hosts: ['sms.ru'], ...stamp });
    expect(await does('secret-delete', 'old')).toBe('The secret old is deleted.');
    await expect(does('secret-delete', 'old')).rejects.toMatchObject({ code: 'secret_unknown' });
    await saves('user', smsRu);
    await expect(does('secret-delete', 'api_id')).rejects.toMatchObject({ code: 'secret_in_use', details: { usedBy: expect.stringContaining('user') } });
    expect((await opened.desk.secrets.list()).map(({ name }) => name)).toEqual(['api_id']);
  });

  it('that no key opens fails the sealing anew, after all others', async () => {
    await opened.desk.store.saveSecret({ name: 'a-lost-one', hosts: ['sms.ru'], sealed: 'v1.lost.lost' }, stamp);
    await expect(does('reseal', '')).rejects.toThrow(/^1 secrets were sealed anew\. No master key opens a-lost-one: /);
    expect(await does('secret-delete', 'a-lost-one')).toBe('The secret a-lost-one is deleted.');
    expect(await does('reseal', '')).toBe('1 secrets were sealed anew.');
  });
});
