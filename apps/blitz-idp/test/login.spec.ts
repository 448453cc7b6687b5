import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiveSettings } from '@blitz/settings';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';

describe('a login', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('goes by password, incoming call and last digits back to the shop, which is told of two factors', async () => {
    const ada = await town.person();
    expect((await ada.goesToShop()).text).toContain('The shop');
    expect((await ada.typesPassword()).text).toContain(`··· ··· ${ada.phone.slice(-4, -2)} ${ada.phone.slice(-2)}`);
    await ada.asksForCall();
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    const { id_token } = await ada.tokens();
    expect(claimsIn(id_token)).toMatchObject({
      sub: ada.account.sub,
      amr: ['pwd', 'tel', 'mfa', 'mca'],
      acr: 'urn:blitz:acr:two-factors',
      phone_number: ada.phone,
    });
  });

  it('takes a telephone number as a login, however its country writes it, all of them with one budget', async () => {
    const ada = await town.person();
    const [area, first, second, third] = [ada.phone.slice(2, 5), ada.phone.slice(5, 8), ada.phone.slice(8, 10), ada.phone.slice(10)];
    const ways = [ada.phone, `8${ada.phone.slice(2)}`, ada.phone.slice(2), `8 (${area}) ${first}-${second}-${third}`];
    for (const typed of ways) {
      await ada.goesToShop();
      expect((await ada.typesPassword('wrong', typed)).status).toBe(401);
    }
    // Three slips cost no waiting; these were four. On a slow machine the first waits are over before anybody types again.
    const answers: number[] = [];
    while (answers.length < 4 && answers.at(-1) !== 429) answers.push((await ada.typesPassword('wrong', ada.phone)).status);
    expect(answers.at(-1)).toBe(429);
    const grace = await town.person();
    await grace.goesToShop();
    await grace.typesPassword(undefined, `8${grace.phone.slice(2)}`);
    expect(grace.where()).toBe('/blitz/login/methods2/flashCall');
  });

  it('takes no attribute as a login that the administrator does not want searched', async () => {
    const attributes = town.service.get(LiveSettings).current().attributes;
    expect(attributes.find(({ name }) => name === 'phone_number')).toMatchObject({ searchable: true });
    const other = await Town.open({ variables: { BLITZ_CONFIG: await confWithout('phone_number') } });
    try {
      const ada = await other.person();
      await ada.goesToShop();
      expect((await ada.typesPassword(undefined, ada.phone)).status).toBe(401);
      await ada.typesPassword();
      expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    } finally {
      await other.close();
    }
  });
});

/** The repository's settings, with one attribute that nobody can log in with. */
async function confWithout(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'blitz-conf-'));
  const file = join(folder, 'blitz.conf');
  const text = await readFile(new URL('../../../blitz.conf', import.meta.url), 'utf8');
  await writeFile(file, text.replace(new RegExp(`("name" : "${name}".*"searchable" : )true`), '$1false'));
  return file;
}
