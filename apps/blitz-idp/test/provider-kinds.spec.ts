import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Challenges } from '@blitz/factors';
import { templates, templateSource } from '@blitz/procedures';
import { Redis } from 'ioredis';
import { installs } from './support/procedures.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

/** A template as an administrator fills it in, with its provider played by the simulator. */
async function callsBy(town: Town, id: string, token: string): Promise<void> {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  const source = templateSource(template).replace(/^const base = '[^']*';$/m, "const base = 'https://provider.invalid';");
  const value = id === 'sinch' ? Buffer.from(token).toString('base64') : token;
  const secrets = Object.fromEntries(template.secrets.map(({ name }) => [name, value]));
  await installs(town.service, { key: id, source, url: `${town.simulator.url}/dialects/${id}`, secrets });
  town.clock.passes({ sec: 1 });
}

let town: Town;
let token: string;
beforeAll(async () => {
  town = await Town.open();
  token = town.token;
});
afterAll(() => town.close());

const spent = async ({ account }: Visitor): Promise<number> => (await town.service.get(Challenges).look(account.sub)).spent;
const typesOf = async ({ account }: Visitor): Promise<string[]> => (await town.administrator.events(account.sub)).map(({ type }) => type);

describe.each(['sinch', 'telesign', 'telnyx'])('%s, which keeps the code to itself', (id) => {
  const digits = id === 'telesign' ? 5 : 4;
  beforeAll(async () => {
    await town.administrator.saves({ 'login.methods.flashCall.profiles."2".psw-length': digits });
    await callsBy(town, id, token);
  });
  const called = async (): Promise<Visitor> => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    return ada;
  };
  const wrong = (right: string): string => String((Number(right) + 1) % 10 ** right.length).padStart(right.length, '0');

  it('lets a person in who types its digits', async () => {
    const ada = await called();
    await ada.enters(await ada.lastDigits(digits));
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
    expect(await spent(ada)).toBe(0);
    expect(await typesOf(ada)).toEqual(expect.arrayContaining(['call_placed', 'entry_right', 'login_completed']));
  });

  it('R7 burns the code after as many wrong entries as there are tries, each paid before it was asked about (security 1, 15)', async () => {
    const ada = await called();
    const right = await ada.lastDigits(digits);
    await ada.enters(wrong(right), wrong(right));
    expect(ada.page.text).toMatch(/not the digits/i);
    expect(await spent(ada)).toBe(3);
    await ada.enters(wrong(right));
    expect(await spent(ada)).toBe(4);
    expect(ada.page.text).toMatch(/another call|call again|call me/i);
    expect((await town.service.get(Challenges).look(ada.account.sub)).challenge).toMatchObject({ state: 'closed', because: 'burned' });
  });

  it('R12 looks at as many of parallel entries as there are tries, and lets one of the right ones in (security 1, 13)', async () => {
    const ada = await called();
    const right = await ada.lastDigits(digits);
    const { url, body } = ada.form('/blitz/login/method/flashCall/code', { code: right });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => ada.asks(url, { method: 'POST', body, headers })));
    const led = answers.map((each) => each.headers.get('location') ?? '');
    expect(led.filter((each) => each.includes('askToTrust'))).toHaveLength(1);
    expect(await typesOf(ada)).toEqual(expect.arrayContaining(['entry_right']));
    expect((await typesOf(ada)).filter((type) => type === 'entry_right')).toHaveLength(1);
  });

  it('R6 asks nobody about what can’t be a code, and R14 keeps the digits out of Redis, jobs and journal', async () => {
    const ada = await called();
    await ada.enters('12', 'abcd', '');
    expect(await spent(ada)).toBe(1);
    const right = await ada.lastDigits(digits);
    await ada.enters(right);
    const redis = town.service.get(Redis);
    const keys = await redis.keys('*');
    const kept = await Promise.all(keys.map(async (key) => ((await redis.type(key)) === 'hash' ? JSON.stringify(await redis.hgetall(key)) : '')));
    const challenge = kept.filter((each) => each.includes(ada.account.sub)).join();
    expect(challenge).not.toContain(`"${right}"`);
    expect(JSON.stringify(await town.administrator.events(ada.account.sub))).not.toContain(`"${right}"`);
  });

  it.each(['error-500', 'bad-json', 'drops-connection', 'refuses', 'rate-limited-429'])('R19 lets nobody in when it misbehaves while it is asked (%s), and the next entry may be right', async (behaviour) => {
    const ada = await called();
    const right = await ada.lastDigits(digits);
    await town.administrator.makesProvider(ada.phone, behaviour);
    await ada.enters(right);
    expect(ada.page.text).toContain('could not be checked just now');
    expect(await spent(ada)).toBe(2);
    await town.administrator.makesProvider(ada.phone, 'normal');
    await ada.enters(right);
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('R19 lets nobody in when it does not answer what was asked, and says that the try counts', async () => {
    const ada = await called();
    const right = await ada.lastDigits(digits);
    // The provider does not know us any more.
    await callsBy(town, id, 'another-token');
    await ada.enters(right);
    expect(ada.page.text).toContain('could not be checked just now. The try counts.');
    expect(await spent(ada)).toBe(2);
    expect(await typesOf(ada)).not.toContain('entry_right');
  });
});

describe('an exchange of one’s own', () => {
  beforeAll(async () => {
    await town.administrator.saves({ 'login.methods.flashCall.profiles."2".psw-length': 4 });
    await callsBy(town, 'asterisk-ari', token);
  });

  it('hangs up as soon as the right digits are typed', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    expect(await ada.calls()).toMatchObject([{ state: 'ringing' }]);
    await ada.enters(await ada.lastDigits());
    await until(async () => (await ada.calls()).every((call) => (call as { state?: string }).state !== 'ringing'));
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('tells what the phone does, and the page says it', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const [call] = (await ada.calls()) as readonly { readonly id?: string }[];
    await fetch(`${town.simulator.url}/api/calls/${call?.id ?? ''}/answer`, { method: 'POST' });
    await until(async () => (await typesOf(ada)).includes('call_rang'));
    await until(async () => /answered/i.test((await ada.opens(ada.page.url)).text));
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  });
});

describe('providers that choose or take the code', () => {
  it.each(['sms-ru', 'ucaller', 'zvonok', 'smsc', 'new-tel', 'unibell', 'mcn', 'i-digital', 'smsint', 'bird'])('%s: a person logs in', async (id) => {
    await callsBy(town, id, token);
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
  });

  it('R4 a code other than the one that was asked for counts, and leading zeros are kept (security 25)', async () => {
    await callsBy(town, 'ucaller', token);
    for (const behaviour of ['other-code', 'leading-zeros']) {
      const ada = await town.person();
      await town.administrator.makesProvider(ada.phone, behaviour);
      await ada.atTheSecondFactor();
      await ada.asksForCall();
      await ada.enters(await ada.lastDigits());
      await ada.answersTrust();
      expect(ada.errorInTheShop()).toBeNull();
    }
  });
});
