import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Challenges } from '@blitz/factors';
import { installs } from './support/procedures.ts';
import { formHeaders } from './support/person.ts';
import { TelephoneCompany, type Heard } from './support/telephone-company.ts';
import { freePort, Town } from './support/town.ts';
import { until } from './support/until.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';
import { WebProcess } from './support/web-process.ts';

/** A provider that never tells the caller's number, but whether what was typed is right; and that can hang up. */
const keeper = `
export default class Keeper implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return this.ask('calls', JsObj.empty.addString('to', obj.asString('phone_number')));
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status');
    return HttpLoop.Ok(JsObj.empty.addObj('check', JsObj.empty.addString('call', result.body().asString('call'))));
  }
  check(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) {
      const body = JsObj.empty.addString('call', obj.asObj('call').asString('call')).addString('typed', obj.asString('typed'));
      return this.ask('checks', body);
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status');
    return HttpLoop.Ok(JsObj.empty.addBool('right', result.body().asBool('right')));
  }
  hangUp(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return this.ask('ends', JsObj.empty.addString('call', obj.asObj('call').asString('call')));
    return HttpLoop.Ok();
  }
  ask(what: string, body: JsObj) {
    return HttpLoop.callBuilder('POST', 'https://provider.invalid/' + what).withBody(body).build();
  }
}`;
const right = '7391';

let town: Town;
let company: TelephoneCompany;
/** What the provider says to a check; by default the truth. */
let judges: (heard: Heard) => { readonly status: number; readonly body: object };

beforeAll(async () => {
  company = await TelephoneCompany.opens();
  town = await Town.open({ provider: company.url });
  await installs(town.service, { key: 'keeper', source: keeper, url: company.url });
  town.clock.passes({ sec: 1 });
});
afterAll(async () => {
  await town.close();
  await company.closes();
});
beforeEach(() => {
  company.heard.length = 0;
  judges = ({ body }) => ({ status: 200, body: { right: body['typed'] === right } });
  company.answers = (heard, response) => {
    const { status, body } = heard.path === '/checks' ? judges(heard) : { status: 200, body: { call: 'call-of-ours' } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
});

async function called(): Promise<Visitor> {
  const ada = await (await town.person()).atTheSecondFactor();
  await ada.asksForCall();
  return ada;
}
const asked = (path: string): Heard[] => company.heard.filter((heard) => heard.path === path);
const standing = ({ account }: Visitor): ReturnType<Challenges['look']> => town.service.get(Challenges).look(account.sub);

describe('a code that its provider keeps to itself', () => {
  it('takes the person through the login, and the phone is silenced', async () => {
    const ada = await called();
    await ada.enters(right);
    await ada.answersTrust();
    const tokens = await ada.tokens();
    expect(claimsIn(tokens.id_token)).toMatchObject({ sub: ada.account.sub, amr: ['pwd', 'tel', 'mfa', 'mca'] });
    expect(asked('/checks').map(({ body }) => body)).toEqual([{ call: 'call-of-ours', typed: right }]);
    await until(() => asked('/ends').length === 1);
    expect(asked('/ends')[0]?.body).toEqual({ call: 'call-of-ours' });
  });

  it('takes the person through when the phone can not be silenced, and the administrator finds why in the log', async () => {
    const answers = company.answers;
    company.answers = (heard, response) => (heard.path === '/ends' ? response.writeHead(404).end() : answers(heard, response));
    await installs(town.service, { key: 'keeper', source: keeper.replace('    return HttpLoop.Ok();', "    return result.status() === 200 ? HttpLoop.Ok() : HttpLoop.error('no_such_call');"), url: company.url });
    town.clock.passes({ sec: 1 });
    const ada = await called();
    await ada.enters(right);
    expect(ada.where()).toBe('/blitz/login/ur/askToTrust');
    await until(() => town.log.some((line) => line.includes('"outcome":"not_hung_up"') && line.includes('keeper, status 404: no_such_call')));
  });

  it('R7 R8 wrong digits cost a try and the budget, as ever, and burn it', async () => {
    const ada = await called();
    expect((await ada.enters('0000')).text).toContain('These are not the digits.');
    expect(ada.page.text).toContain('2 tries left');
    expect((await ada.enters('1111', '2222')).text).toContain('These digits no longer help');
    expect(await standing(ada)).toMatchObject({ spent: 4, challenge: { state: 'closed', because: 'burned' } });
    expect(asked('/checks')).toHaveLength(3);
  });

  it('R12 security 13: typed in many tabs at once it makes one login, and security 1: no more is asked than there are tries', async () => {
    const ada = await called();
    const form = ada.form('/blitz/login/method/flashCall/code', { code: right });
    const types = (): Promise<Response> => ada.asks(form.url, { method: 'POST', body: form.body, headers: formHeaders });
    const answers = await Promise.all(Array.from({ length: 12 }, types));
    const places = answers.map(({ headers }) => new URL(headers.get('location') ?? '', town.base).pathname);
    expect(places.filter((place) => place === '/blitz/login/ur/askToTrust')).toHaveLength(1);
    expect(asked('/checks').length).toBeLessThanOrEqual(3);
    expect(await standing(ada)).toMatchObject({ spent: 0, challenge: { state: 'confirmed' } });
  });

  it.each([
    ['fails', () => ({ status: 503, body: {} }), 'keeper, status 503: wrong_http_status'],
    ['says something else', () => ({ status: 200, body: { right: 'yes' } }), expect.stringMatching(/^keeper, line 14: TypeError: right: true or false was expected/)],
  ])('R19 a provider that %s: the try counts, the page says so, and the administrator finds why', async (_what, answer, hint) => {
    judges = answer;
    const ada = await called();
    expect((await ada.enters(right)).text).toContain('The digits could not be checked just now. The try counts.');
    expect(await standing(ada)).toMatchObject({ spent: 2, challenge: { state: 'awaiting', triesLeft: 2 } });
    const events = await town.administrator.events(ada.account.sub);
    expect(events.find(({ type }) => type === 'entry_wrong')?.details).toEqual({ reason: 'unanswered', hint, triesLeft: 2, budgetLeft: 8 });
    const checks = town.log.join('').trim().split('\n').filter((line) => line.includes('"deed":"check"'));
    expect(JSON.parse(checks.at(-1) ?? '{}')).toMatchObject({ level: 'warn', outcome: 'unanswered', hint });
    judges = () => ({ status: 200, body: { right: true } });
    await ada.enters(right);
    expect(ada.where()).toBe('/blitz/login/ur/askToTrust');
  });

  it('tells headless clients the same', async () => {
    judges = () => ({ status: 503, body: {} });
    const ada = await called();
    const form = ada.form('/blitz/login/method/flashCall/code', { code: right });
    const headers = { ...formHeaders, accept: 'application/json' };
    const answer = await ada.asks(form.url, { method: 'POST', body: form.body, headers });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { errors: [{ code: 'not_confirmed' }], remain_attempts: 2, next: expect.stringContaining('error=not_confirmed') },
    ]);
  });

  it('R14 is in no page, log line, event or metric, and neither are wrong digits', async () => {
    const ada = await called();
    await ada.enters('8265', right);
    const pages = ada.seen.map(({ html }) => html).join('');
    const events = JSON.stringify(await town.administrator.events(ada.account.sub));
    for (const digits of ['8265', right]) {
      expect(pages).not.toContain(`"${digits}"`);
      expect(events).not.toContain(`"${digits}"`);
      expect(town.log.join('')).not.toMatch(new RegExp(`"(typed|code)"?:"?${digits}`));
    }
    expect(town.log.join('')).not.toContain(ada.phone.slice(1));
  });
});

describe('right digits that are still being checked', () => {
  const trust = '/blitz/login/ur/askToTrust';
  let held: ServerResponse[];
  beforeEach(() => {
    held = [];
    const others = company.answers;
    company.answers = (heard, response) => {
      if (heard.path === '/checks') held.push(response);
      else others(heard, response);
    };
  });

  /** The provider takes its time; the browser does not wait for it. */
  async function entersAndIsGone(ada: Visitor, origin = town.base): Promise<{ readonly leaves: () => void; readonly ended: Promise<'heard' | 'unheard'> }> {
    const form = ada.form('/blitz/login/method/flashCall/code', { code: right });
    const url = new URL(form.url);
    const going = new AbortController();
    const answer = ada.asks(new URL(url.pathname + url.search, origin).href, { method: 'POST', body: form.body, headers: formHeaders, signal: going.signal });
    const ended = answer.then(() => 'heard' as const, () => 'unheard' as const);
    await until(() => held.length === 1);
    return { leaves: () => { going.abort(); }, ended };
  }

  /** The provider says so after all, and nobody hears it. */
  async function areRight(ada: Visitor): Promise<void> {
    for (const response of held) response.writeHead(200, { 'content-type': 'application/json' }).end('{"right":true}');
    await until(async () => (await standing(ada)).challenge?.state === 'confirmed');
    town.clock.passes({ sec: 2 });
  }

  async function getsThrough(ada: Visitor): Promise<void> {
    expect(ada.where()).toBe(trust);
    await ada.answersTrust();
    expect(claimsIn((await ada.tokens()).id_token)).toMatchObject({ sub: ada.account.sub, amr: ['pwd', 'tel', 'mfa', 'mca'] });
    expect(asked('/checks')).toHaveLength(1);
    expect(asked('/calls')).toHaveLength(1);
  }

  it('R12 help although the web process is killed: another one leads on', async () => {
    const web = await WebProcess.of(town, await freePort());
    try {
      const ada = await called();
      const { ended } = await entersAndIsGone(ada, web.origin);
      await web.dies();
      expect(await ended).toBe('unheard');
      await areRight(ada);
      await ada.opens(ada.page.url);
      await getsThrough(ada);
    } finally {
      await web.dies();
    }
  });

  it('R12 help although the person reloads meanwhile, and once more when they are right, without scripts', async () => {
    const ada = await called();
    const { leaves, ended } = await entersAndIsGone(ada);
    leaves();
    expect(await ended).toBe('unheard');
    await ada.opens(ada.page.url);
    expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    await areRight(ada);
    await ada.opens(ada.page.url);
    await getsThrough(ada);
  });

  it('R12 lead on in a second tab, too, which comes back before the first one has heard of them', async () => {
    const ada = await called();
    const before = new Map(ada.cookies);
    const { ended } = await entersAndIsGone(ada);
    await areRight(ada);
    expect(await ended).toBe('heard');
    const heard = ada.cookies.get('blitz_login');
    for (const [name, value] of before) ada.cookies.set(name, value);
    await ada.opens(ada.page.url);
    expect(ada.cookies.get('blitz_login')).toBe(heard);
    await getsThrough(ada);
  });
});
