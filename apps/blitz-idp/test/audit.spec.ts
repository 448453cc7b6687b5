import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RevokeBrowsers } from '@blitz/accounts';
import { flashCallKey } from './support/administrator.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

describe('the journal', () => {
  let town: Town;
  let provider: Server;
  /** What a provider of our own was asked, besides the simulator's answer. */
  const asked: { readonly correlation: string | undefined; readonly body: string }[] = [];

  beforeAll(async () => {
    const port = await provide();
    town = await Town.open({ provider: `http://127.0.0.1:${String(port)}` });
  });
  afterAll(async () => {
    await town.close();
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });

  /** Notes what it is asked and hands it on to the simulator. */
  async function provide(): Promise<number> {
    provider = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const correlation = request.headers['x-correlation-id'];
        asked.push({ correlation: typeof correlation === 'string' ? correlation : undefined, body });
        const headers = { 'content-type': 'application/json', token: String(request.headers['token']) };
        void fetch(`${town.simulator.url}/provider/call`, { method: 'POST', body, headers })
          .then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
          .catch(() => response.destroy());
      });
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const address = provider.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  const typesOf = async (ada: Visitor): Promise<string[]> => (await town.administrator.events(ada.account.sub)).map(({ type }) => type);

  it('names each step of a login in its order', async () => {
    const ada = await (await town.person()).logsIn('trust');
    expect(await typesOf(ada)).toEqual([
      'password_right', 'login_started', 'call_asked', 'call_placed', 'entry_right', 'browser_trusted', 'login_completed',
    ]);
    const later = ada.elsewhere();
    later.cookies.set('blitz_trusted', ada.cookies.get('blitz_trusted') ?? '');
    await later.atTheSecondFactor();
    await town.service.get(RevokeBrowsers).execute(ada.account.sub, { reason: 'person_asked' });
    expect((await typesOf(ada)).slice(7)).toEqual([
      'password_right', 'login_started', 'browser_recognised', 'login_completed', 'browsers_revoked',
    ]);
  });

  it('puts a login together under one name, which opens nothing, from its password to its end', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const first = ada.cookies.get('blitz_login')?.split('.')[1] ?? '';
    await ada.asksForCall();
    await ada.enters(await ada.wrongDigits(), await ada.lastDigits());
    const renewed = ada.cookies.get('blitz_login')?.split('.')[1] ?? '';
    await ada.answersTrust('trust');
    const later = ada.elsewhere();
    later.cookies.set('blitz_trusted', ada.cookies.get('blitz_trusted') ?? '');
    await later.atTheSecondFactor();
    const events = await town.administrator.events(ada.account.sub);
    const names = [...new Set(events.map(({ login }) => login))];
    expect([names.length, renewed === first]).toEqual([2, false]);
    const typesUnder = (name: string | undefined): string[] => events.filter(({ login }) => login === name).map(({ type }) => type);
    expect(typesUnder(names[0])).toEqual([
      'password_right', 'login_started', 'call_asked', 'call_placed', 'entry_wrong', 'entry_right', 'browser_trusted', 'login_completed',
    ]);
    expect(typesUnder(names[1])).toEqual(['password_right', 'login_started', 'browser_recognised', 'login_completed']);
    for (const id of [first, renewed]) expect(JSON.stringify(events)).not.toContain(id);
  });

  it('names a login that was given up', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.submits('/blitz/login/cancel');
    const [, started, refused] = await town.administrator.events(ada.account.sub);
    expect(started).toMatchObject({ type: 'login_started', details: { stepUp: false } });
    expect(refused).toMatchObject({ type: 'login_refused', login: started?.login, clientId: 'shop', details: { reason: 'given_up' } });
  });

  it('names what the application gets, refreshes, is refused and loses, and who logs out, without a token', async () => {
    const ada = await (await town.person()).logsIn();
    const grant = ada.codeGrant();
    const first = await ada.asksForTokens(grant);
    const second = await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    await ada.asApplication('/oauth/te', { grant_type: 'password' }, 'shop:wrong');
    await ada.opens(`${town.base}/oauth/logout`);
    await ada.submits('/blitz/oauth/logout/confirm', { logout: 'yes' });
    const events = (await town.administrator.events(ada.account.sub)).slice(6);
    expect(events.map(({ type }) => type)).toEqual([
      'tokens_issued', 'tokens_refreshed', 'tokens_revoked', 'token_refused', 'tokens_revoked', 'logged_out',
    ]);
    const [issued, refreshed, revoked, refused, , left] = events;
    const grantId = expect.stringMatching(/^[\w-]{20,}$/) as unknown;
    const facts = { clientId: 'shop', address: expect.stringMatching(/127\.0\.0\.1|::1/) as unknown, correlationId: expect.any(String) as unknown };
    expect(issued).toMatchObject({ ...facts, details: { grantId } });
    expect(refreshed).toMatchObject({ ...facts, details: issued?.details });
    expect(revoked).toMatchObject({ ...facts, details: { ...issued?.details, reason: 'used_again' } });
    expect(refused).toMatchObject({ ...facts, details: { reason: 'invalid_grant', grant: 'refresh_token' } });
    expect(left).toMatchObject({ sub: ada.account.sub, address: facts.address });
    const all = JSON.stringify(await town.administrator.events());
    expect(all).toContain('{"grant":"another","reason":"invalid_client"}');
    for (const { access_token, refresh_token, id_token } of [first, second]) {
      for (const token of [access_token, refresh_token, id_token, grant['code'] ?? 'none']) expect(all).not.toContain(token);
    }
  });

  it.each(['access_token', 'refresh_token'] as const)('names the application that gives back its %s, once', async (kind) => {
    const ada = await (await town.person()).logsIn();
    const tokens = await ada.tokens();
    await ada.asApplication('/oauth/revoke', { token: tokens[kind] });
    const [issued, revoked, ...more] = (await town.administrator.events(ada.account.sub)).slice(6);
    expect(revoked).toMatchObject({ type: 'tokens_revoked', clientId: 'shop', details: { ...issued?.details, reason: 'given_back' } });
    expect(more).toEqual([]);
  });

  it('ties a code used again to whoever lost the tokens by it', async () => {
    const ada = await (await town.person()).logsIn();
    const grant = ada.codeGrant();
    await ada.asksForTokens(grant);
    const [issued] = (await town.administrator.events(ada.account.sub)).slice(-1);
    await ada.asksForTokens(grant);
    const revoked = (await town.administrator.events()).filter(({ type }) => type === 'tokens_revoked').at(-1);
    expect(revoked?.details).toEqual({ ...issued?.details, reason: 'used_again' });
  });

  it('names the settings that were saved', async () => {
    await town.administrator.saves({ 'login.session.ttlInSec': 9000 });
    const saved = (await town.administrator.events()).filter(({ type }) => type === 'settings_saved');
    expect(saved.at(-1)).toMatchObject({ address: '192.0.2.1', details: { version: saved.length, changed: 1 } });
  });

  it('names what went wrong: password, digits, too early, burned, block', async () => {
    const ada = await town.person();
    await ada.goesToShop();
    await ada.typesPassword('wrong');
    await ada.typesPassword();
    await ada.asksForCall();
    const wrong = await ada.wrongDigits();
    const form = ada.form('/blitz/login/method/flashCall/code', { code: wrong });
    await ada.enters(wrong, wrong, wrong);
    await ada.opens(form.url, { method: 'POST', body: form.body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    await ada.submits('/blitz/login/method/flashCall');
    expect(await typesOf(ada)).toEqual([
      'password_wrong', 'password_right', 'login_started', 'call_asked', 'call_placed',
      'entry_wrong', 'entry_wrong', 'entry_wrong', 'entry_refused', 'call_refused',
    ]);
    for (const entries of [3, 1]) {
      town.clock.passes({ sec: 31 });
      await ada.opens(ada.page.url);
      await ada.asksForCall();
      for (let times = 0; times < entries; times += 1) await ada.enters(await ada.wrongDigits());
    }
    const events = await town.administrator.events(ada.account.sub);
    const block = events.find(({ type }) => type === 'method_blocked');
    expect(block?.details).toMatchObject({ until: expect.any(Number) as unknown });
    await until(async () => (await town.administrator.metrics()).includes('type="method_blocked"'));
  });

  it('R10 names the block that a press begins, once, however many are pressed at the same moment', async () => {
    await town.administrator.saves({ [flashCallKey('tempLockAfter')]: 3 });
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    await ada.enters(await ada.wrongDigits());
    town.clock.passes({ sec: 31 });
    await ada.opens(ada.page.url);
    const { url, body } = ada.form('/blitz/login/method/flashCall');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await Promise.all(Array.from({ length: 20 }, () => ada.asks(url, { method: 'POST', body, headers })));
    const events = await town.administrator.events(ada.account.sub);
    const blocks = events.filter(({ type }) => type === 'method_blocked');
    expect(blocks).toMatchObject([{ details: { until: expect.any(Number) as unknown }, clientId: 'shop' }]);
    const refused = events.filter(({ type }) => type === 'call_refused').map(({ details }) => details);
    expect(refused).toEqual(Array(20).fill({ ...blocks[0]?.details, reason: 'blocked' }));
    await town.administrator.saves({ [flashCallKey('tempLockAfter')]: 10 });
  });

  it('says who, where from, with what and for which application', async () => {
    const ada = await town.person();
    ada.headers = { ...ada.headers, 'user-agent': 'Some Browser/1.0' };
    await ada.logsIn();
    const [first] = await town.administrator.events(ada.account.sub);
    expect(first).toMatchObject({
      type: 'password_right',
      sub: ada.account.sub,
      clientId: 'shop',
      address: expect.stringMatching(/127\.0\.0\.1|::1/) as unknown,
      userAgent: 'Some Browser/1.0',
      method: 'password',
    });
    expect(Math.abs((first?.at ?? 0) - town.clock.now())).toBeLessThan(60_000);
  });

  it('notes a guess at an unknown login without an account, and writes nobody’s typing down', async () => {
    const eve = await town.person();
    await eve.goesToShop();
    await eve.typesPassword('hunter2-the-password', 'my-password-typed-as-login');
    const all = JSON.stringify(await town.administrator.events());
    expect(all).toContain('"password_wrong"');
    expect(all).not.toMatch(/hunter2|my-password-typed-as-login/);
  });

  it('one correlation id ties the press to the job, the provider, the journal and the log', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    const { url, body } = ada.form('/blitz/login/method/flashCall');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const press = await ada.asks(url, { method: 'POST', body, headers });
    const correlation = press.headers.get('x-correlation-id') ?? 'none';
    await ada.waitsForTheDialler();
    expect(asked.filter((each) => each.correlation === correlation)).toHaveLength(1);
    const events = (await town.administrator.events(ada.account.sub)).filter(({ correlationId }) => correlationId === correlation);
    expect(events.map(({ type }) => type)).toEqual(['call_asked', 'call_placed']);
    const lines = (): string[] => town.log.flatMap((chunk) => chunk.split('\n')).filter((line) => line.includes(correlation));
    await until(() => lines().some((line) => line.includes('"msg":"call"')) && lines().some((line) => line.includes('"msg":"request"')));
  });

  it('the provider is told the number and an id that is nobody’s, nothing else', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.asksForCall();
    const request = asked.find(({ body }) => body.includes(ada.phone.slice(-10)));
    const said = JSON.parse(request?.body ?? '{}') as Record<string, string>;
    expect(Object.keys(said).sort()).toEqual(['dst_number', 'id']);
    expect(said['id']).not.toContain(ada.account.sub);
  });

  it('counts in the metrics what it writes', async () => {
    const ada = await (await town.person()).logsIn();
    const metrics = await town.administrator.metrics();
    expect(ada.errorInTheShop()).toBeNull();
    for (const type of ['call_asked', 'call_placed', 'entry_right', 'entry_wrong', 'password_right', 'password_wrong', 'login_completed']) {
      expect(metrics).toMatch(new RegExp(`blitz_\\w+\\{[^}]*"${type}"[^}]*\\} [1-9]`));
    }
    expect(metrics).toMatch(/blitz_dial_seconds_count\{[^}]*outcome="placed"[^}]*\} [1-9]/);
    expect(metrics).toMatch(/blitz_queue_age_seconds\S* 0/);
  });
});
