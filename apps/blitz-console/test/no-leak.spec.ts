import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

/** R14: the code is nowhere but in the caller's number; secrets are shown to nobody; numbers are masked. */
describe('R14 nothing that a test call shows, writes or logs holds', () => {
  let town: Town;
  const seen: string[] = [];
  let phones: string[] = [];
  let callers: string[] = [];

  const asks = async (body: Readonly<Record<string, unknown>>, accept = '*/*'): Promise<void> => {
    const answer = await town.asks(body, { headers: { accept }, token: await town.accessToken('w_system', `ops-${String(seen.length % 4)}`) });
    seen.push([...answer.headers].join('\n'), await answer.text());
  };

  beforeAll(async () => {
    town = await Town.open({ BLITZ_LOG_LEVEL: 'trace' });
    await town.savesSimulator();
    const behaviours = ['normal', 'error-500', 'bad-json', 'no-sender-id', 'number-with-letters', 'refuses', 'rate-limited-429', 'drops-connection', 'leading-zeros'];
    phones = behaviours.map(() => town.newPhone());
    for (const [index, behaviour] of behaviours.entries()) {
      const phone = phones[index] ?? '';
      await town.makesProvider(phone, behaviour);
      await asks({ phone_number: phone, procedure: 'simulator' }, index % 2 === 0 ? '*/*' : 'text/event-stream');
    }
    // A draft that does its worst to tell what it knows.
    const [phone = ''] = phones;
    const chatty = `export default class Chatty implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    const known = secrets.get('token');
    log(known, obj.asString('phone_number'), obj.asString('code'));
    if (result === null) return HttpLoop.callBuilder('POST', '${town.simulator.url}/provider/call').withHeader('Token', known).withQuery('key', known).withQuery('to', obj.asString('phone_number')).withBody(JsObj.empty.addString('id', known).addString('dst_number', obj.asString('phone_number').slice(-10))).build();
    if (result.body().has('SenderID')) throw new Error(known + obj.asString('phone_number') + result.text());
    return HttpLoop.error('told', { secret: known, number: obj.asString('phone_number'), text: result.text() });
  }
}
`;
    await asks({ phone_number: phone, procedure: 'chatty', draft: { name: 'Chatty', source: chatty, hosts: [town.host] } });
    await asks({ phone_number: phone, procedure: 'chatty', draft: { name: 'Chatty', source: chatty.replace("'token'", "'tokens'"), hosts: [] } });
    callers = (await Promise.all(phones.map((each) => town.callsOf(each)))).flat().flatMap(({ from }) => from ?? []);
    seen.push(JSON.stringify(await town.events()), town.log);
  });
  afterAll(() => town.close());

  const everything = (): string => seen.join('\n');
  /** Which of them can be found: an expectation about the whole text would print it. */
  const found = (texts: readonly string[]): readonly string[] => texts.filter((text) => everything().includes(text));

  it('the secret, in any form that requests have', () => {
    expect(callers.length).toBeGreaterThan(3);
    expect(everything()).toContain('•••');
    const bytes = Buffer.from(town.token);
    expect(found([town.token, encodeURIComponent(town.token), bytes.toString('base64'), bytes.toString('hex')])).toEqual([]);
  });

  it('a telephone number', () => {
    expect(found(phones.flatMap((phone) => [phone.slice(1), phone.slice(-10), phone.slice(-7)]))).toEqual([]);
  });

  it('a caller’s number, or the code in it', () => {
    expect(found(callers.flatMap((from) => [from, from.slice(-7)]))).toEqual([]);
    // Four digits are a year, a port, a time: they are looked for where a code would stand.
    const codes = callers.map((from) => from.slice(-4)).join('|');
    expect(everything().match(new RegExp(`(?:code|SenderID|digits|message|lines|body)[^}]{0,80}(?:${codes})`, 'g')) ?? []).toEqual([]);
  });

  it('a token of the one who asked', async () => {
    const [, body = ''] = (await town.accessToken()).split('.');
    expect(body).not.toBe('');
    expect(everything()).not.toMatch(/eyJ[\w-]{20,}\.eyJ/);
  });
});
