import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '@blitz/audit';
import { Challenges } from '@blitz/factors';
import { Breakers, firstRestMs } from '@blitz/procedures';
import { Redis } from 'ioredis';
import { installs } from './support/procedures.ts';
import { TelephoneCompany } from './support/telephone-company.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

/** What an administrator may write: asks a company for a call, and reads what it tells of it. */
const talkative = `
export default class Talkative implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) {
      const body = JsObj.empty.addString('to', obj.asString('phone_number')).addString('tell', obj.asString('callback_url'))
        .addString('locale', obj.asString('locale')).addString('ip', obj.asString('ip')).addString('id', obj.asString('request_id'));
      return HttpLoop.callBuilder('POST', 'https://provider.invalid/calls').withHeader('Token', secrets.get('other')).withBody(body).build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status');
    return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asString('from')));
  }
  status(_obj: JsObj, result: HttpLoopResult) {
    return HttpLoop.Ok(JsObj.empty.addString('state', result.body().asString('phone')));
  }
}`;
const entry = (procedure: string, destinations: readonly string[] = []) => ({ procedure, destinations, enabled: true });
const token = 'a-secret-of-the-other-provider';

let town: Town;
let company: TelephoneCompany;
beforeAll(async () => {
  company = await TelephoneCompany.opens();
  town = await Town.open({ provider: company.url });
  await installs(town.service, { url: town.simulator.url, secrets: { token: town.token } });
  await installs(town.service, { key: 'talkative', source: talkative, url: company.url, secrets: { other: token } });
});
afterAll(async () => {
  await town.close();
  await company.closes();
});
beforeEach(async () => {
  company.heard.length = 0;
  company.says(200, { from: '+79580001234' });
  await town.service.get(Breakers).worked('talkative');
});

/** Who is asked from now on, in this order. */
async function plan(...entries: ReturnType<typeof entry>[]): Promise<void> {
  await installs(town.service, { key: 'unused', url: 'https://unused.example', plan: entries });
  town.clock.passes({ sec: 1 });
}
const failures = async ({ account }: Visitor): Promise<readonly AuditEvent[]> =>
  (await town.administrator.events(account.sub)).filter(({ type }) => type === 'call_failed');

describe('several providers', () => {
  beforeEach(() => plan(entry('talkative'), entry('simulator')));

  it('R3 the next is asked in the same press when the first refuses, and the person notices nothing', async () => {
    company.says(403, {});
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    expect(await ada.calls()).toHaveLength(1);
    await ada.enters(await ada.lastDigits());
    await ada.answersTrust();
    expect(ada.errorInTheShop()).toBeNull();
    expect(company.heard).toHaveLength(1);
    const { challenge } = await town.service.get(Challenges).look(ada.account.sub);
    expect(challenge).toMatchObject({ state: 'confirmed' });
  });

  it('and the administrator sees in the journal and in the metrics whom nobody hears from any more', async () => {
    company.says(401, {});
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const events = await town.administrator.events(ada.account.sub);
    const [passed, placed] = ['provider_passed_over', 'call_placed'].map((type) => events.find((each) => each.type === type));
    expect(passed?.details).toEqual({ name: 'talkative', reason: 'provider_refused', hint: 'talkative, status 401: wrong_http_status' });
    expect(placed?.details).toEqual({ name: 'simulator', dialMs: expect.any(Number) });
    expect(passed?.correlationId).toEqual(expect.any(String));
    expect([passed?.login, passed?.correlationId]).toEqual([placed?.login, placed?.correlationId]);
    expect(await town.administrator.metrics()).toMatch(/blitz_events_total\{type="provider_passed_over",reason="provider_refused"[^}]*\} [1-9]/);
  });

  it('R3 R13 nobody else is asked when the first may have called: the press stays paid for', async () => {
    company.says(500, {});
    const ada = await (await town.person()).atTheSecondFactor();
    expect((await ada.asksForCall()).text).toMatch(/the call failed/i);
    expect(await ada.calls()).toEqual([]);
    expect((await failures(ada)).map(({ details }) => details)).toEqual([
      { reason: 'provider_failed', paidBack: false, hint: 'talkative, status 500: wrong_http_status' },
    ]);
    expect((await town.service.get(Challenges).look(ada.account.sub)).spent).toBe(1);
  });

  it('one that serves another country is not asked', async () => {
    await plan(entry('talkative', ['KZ']), entry('simulator', ['RU', '+44']));
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    expect([company.heard.length, (await ada.calls()).length]).toEqual([0, 1]);
  });

  it('one that fails is left alone, people are told and not charged, and one call tries it again', async () => {
    await plan(entry('talkative'));
    company.says(503, {});
    for (let times = 0; times < 5; times += 1) await (await (await town.person()).atTheSecondFactor()).asksForCall();
    const ada = await (await town.person()).atTheSecondFactor();
    expect((await ada.asksForCall()).text).toMatch(/will not ring.*does not count/i);
    expect(company.heard).toHaveLength(5);
    expect((await town.service.get(Challenges).look(ada.account.sub)).spent).toBe(0);
    company.says(200, { from: '+79580001234' });
    town.clock.passes({ sec: firstRestMs / 1000 });
    const grace = await (await town.person()).atTheSecondFactor();
    await grace.asksForCall();
    expect(company.heard).toHaveLength(6);
    expect(await town.service.get(Breakers).resting(['talkative'], town.clock.now())).toEqual({});
    const hint = 'talkative: the provider fails and is left alone for a while';
    expect((await failures(ada)).map(({ details }) => details)).toEqual([{ reason: 'provider_unavailable', paidBack: true, hint }]);
    const told = (await town.administrator.events()).filter(({ type }) => type === 'provider_rests' || type === 'provider_works');
    const byType = Object.fromEntries(told.map(({ type, details }) => [type, details]));
    expect(told).toHaveLength(2);
    expect(byType).toEqual({ provider_rests: { name: 'talkative', until: expect.any(Number) }, provider_works: { name: 'talkative' } });
  });

  it('the one call that tries it again may meet a number that is refused: the next call tries it', async () => {
    await plan(entry('talkative'));
    company.says(503, {});
    for (let times = 0; times < 5; times += 1) await (await (await town.person()).atTheSecondFactor()).asksForCall();
    town.clock.passes({ sec: firstRestMs / 1000 });
    company.says(404, {});
    await (await (await town.person()).atTheSecondFactor()).asksForCall();
    company.says(200, { from: '+79580001234' });
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    expect(company.heard).toHaveLength(7);
    expect((await failures(ada)).map(({ details }) => details)).toEqual([]);
    expect((await town.service.get(Challenges).look(ada.account.sub)).challenge).toMatchObject({ state: 'awaiting' });
  });
});

describe('a procedure', () => {
  beforeEach(() => plan(entry('talkative')));

  it('is told language, address and an id that is nobody’s, and its secret reaches the provider and nobody else', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const [heard] = company.heard;
    expect(heard?.body).toMatchObject({ to: ada.phone, locale: 'en', ip: '127.0.0.1' });
    expect(heard?.body['id']).not.toContain(ada.account.sub);
    expect(heard?.headers['token']).toBe(token);
    const seen = [town.log.join(''), JSON.stringify(await town.administrator.events()), await town.administrator.metrics(), ada.page.html];
    for (const each of seen) expect(each).not.toContain(token);
  });

  it('that fails at run time costs a clear page, and the administrator finds why in the journal', async () => {
    company.says(200, { sender: '+79580001234' });
    const ada = await (await town.person()).atTheSecondFactor();
    const page = await ada.asksForCall();
    expect(page.text).toMatch(/the call failed/i);
    expect(page.html).not.toMatch(/from:|talkative|undefined/i);
    expect((await failures(ada)).map(({ details }) => details)).toEqual([
      { reason: 'provider_failed', paidBack: false, hint: expect.stringMatching(/^talkative, line 10: TypeError: from: a text was expected/) },
    ]);
  });

  it('that fails before anything was sent is paid back', async () => {
    const source = talkative.replace("obj.asString('ip')", "obj.asString('no_such_thing')");
    await installs(town.service, { key: 'hasty', source, url: company.url });
    await plan(entry('hasty'));
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    expect((await failures(ada)).map(({ details }) => details)).toEqual([expect.objectContaining({ paidBack: true })]);
    expect(company.heard).toEqual([]);
  });

  it.each(["while (obj.has('phone_number')) {}", "'x'.repeat(2 ** 28);", 'const deeper = (by: number): number => deeper(by + 1) + 1;\n    deeper(0);'])('that does harm (%s) hurts its own call, and nobody’s after it', async (harm) => {
    const source = talkative.replace('if (result === null) {', `${harm}\n    if (result === null) {`);
    await installs(town.service, { key: 'harmful', source, url: company.url });
    await plan(entry('harmful'));
    const ada = await (await town.person()).atTheSecondFactor();
    expect((await ada.asksForCall()).text).toMatch(/will not ring.*does not count/i);
    expect((await failures(ada)).map(({ details }) => details)).toEqual([expect.objectContaining({ paidBack: true })]);
    await plan(entry('talkative'));
    const grace = await (await town.person()).atTheSecondFactor();
    await grace.asksForCall();
    expect(company.heard).toHaveLength(1);
  });

  it('that is saved anew makes the calls of the next second, without a restart', async () => {
    await installs(town.service, { key: 'talkative', source: talkative.replace('/calls', '/v2/calls'), url: company.url });
    town.clock.passes({ sec: 1 });
    await (await (await town.person()).atTheSecondFactor()).asksForCall();
    expect(company.heard.map(({ path }) => path)).toEqual(['/v2/calls']);
  });

  it('R19 that nobody planned calls nobody, and nobody pays', async () => {
    await plan();
    const ada = await (await town.person()).atTheSecondFactor();
    expect((await ada.asksForCall()).text).toMatch(/will not ring.*does not count/i);
    expect((await town.service.get(Challenges).look(ada.account.sub)).spent).toBe(0);
  });
});

describe('what a provider tells of a call', () => {
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const tells = (address: unknown, init: RequestInit): Promise<Response> => fetch(String(address), init);
  beforeEach(() => plan(entry('talkative')));

  async function called(): Promise<{ readonly ada: Visitor; readonly address: string }> {
    company.heard.length = 0;
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    return { ada, address: String(company.heard[0]?.body['tell']) };
  }

  it.each([
    ['JSON', { method: 'POST', headers: json, body: '{"phone":"busy"}' }, ''],
    ['a form', { method: 'POST', headers: form, body: 'phone=busy' }, ''],
    ['a text that is JSON', { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: '{"phone":"busy"}' }, ''],
    ['the address itself', { method: 'GET' }, '?phone=busy'],
  ])('as %s moves the page of that call', async (_how, init, query) => {
    const { ada, address } = await called();
    expect((await tells(address + query, init)).status).toBe(204);
    expect((await ada.opens(ada.page.url)).text).toMatch(/busy|rejected/i);
    await until(async () => (await town.administrator.events(ada.account.sub)).some(({ type }) => type === 'call_rang'));
  });

  it('moves nobody else’s page, opens nothing, and names nobody in its address', async () => {
    const [{ ada, address }, { ada: grace }] = [await called(), await called()];
    await tells(address, { method: 'POST', headers: json, body: '{"phone":"busy"}' });
    expect((await grace.opens(grace.page.url)).text).not.toMatch(/busy/i);
    expect(address).not.toMatch(new RegExp(`${ada.account.sub}|${ada.phone.slice(1)}`));
    expect((await town.service.get(Challenges).look(ada.account.sub)).challenge).toMatchObject({ state: 'awaiting', triesLeft: 3 });
  });

  it.each([
    ['no address of ours', (address: string) => address.replace(/[^/]+$/, 'v1.abc.def'), '{"phone":"busy"}', 404],
    ['an altered address', (address: string) => address.replace(/.(?=.{30}$)/, (one) => (one === 'A' ? 'B' : 'A')), '{"phone":"busy"}', 404],
    ['nothing', (address: string) => address, '', 204],
    ['no JSON', (address: string) => address, '{', 204],
    ['an unknown state', (address: string) => address, '{"phone":"on the moon"}', 204],
    ['another type', (address: string) => address, '{"phone":["busy"]}', 204],
  ])('changes nothing with %s', async (_what, at, body, status) => {
    const { ada, address } = await called();
    const answer = await tells(at(address), { method: 'POST', headers: json, body });
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/phone|secret|stack/i);
    expect((await ada.opens(ada.page.url)).text).not.toMatch(/busy/i);
  });

  it('that its procedure can not read is in the log, with the line, and among its last faults', async () => {
    const { ada, address } = await called();
    await tells(address, { method: 'POST', headers: json, body: `{"phone":["${ada.phone}"]}` });
    const hint = /talkative, line 13: TypeError: phone: a text was expected/;
    const lines = town.log.filter((line) => line.includes('could not read what its provider told'));
    expect(lines.at(-1)).toMatch(hint);
    expect(lines.join('')).not.toContain(ada.phone.slice(1));
    await until(async () => hint.test(JSON.stringify(await town.service.get(Redis).lrange('blitz:ledger:{talkative}:faults', 0, 0))));
  });

  it('in a flood that its procedure takes long to read costs no call of anybody, and is to be told again (503)', async () => {
    const slow = talkative.replace("return HttpLoop.Ok(JsObj.empty.addString('state', result.body().asString('phone')));", "while (result.text().length > 0) {}\n    return HttpLoop.Ok();");
    await installs(town.service, { key: 'talkative', source: slow, url: company.url });
    town.clock.passes({ sec: 1 });
    const { address } = await called();
    const flood = Array.from({ length: 300 }, () => tells(address, { method: 'POST', headers: json, body: '{"phone":"busy"}' }));
    const grace = await (await town.person()).atTheSecondFactor();
    await grace.asksForCall();
    expect((await town.service.get(Challenges).look(grace.account.sub)).challenge).toMatchObject({ state: 'awaiting' });
    expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([204, 503]));
    await installs(town.service, { key: 'talkative', source: talkative, url: company.url });
    town.clock.passes({ sec: 1 });
  });

  it('after the call is over changes nothing', async () => {
    const { ada, address } = await called();
    await ada.submits('/blitz/login/cancel');
    town.clock.passes({ min: 3 });
    expect((await tells(address, { method: 'POST', headers: json, body: '{"phone":"busy"}' })).status).toBe(204);
  });

  it('is refused when it is huge', async () => {
    const { address } = await called();
    expect((await tells(address, { method: 'POST', headers: json, body: `"${'x'.repeat(70_000)}"` })).status).toBe(413);
  });
});
