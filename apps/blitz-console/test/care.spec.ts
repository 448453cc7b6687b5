import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts } from '@blitz/accounts';
import { careRoutes } from '../src/care/care.routes.ts';
import { CareDesk, oldPassword, type Helped } from './support/care-desk.ts';
import { Town } from './support/town.ts';

let town: Town;
let desk: CareDesk;
beforeAll(async () => {
  town = await Town.open();
  desk = new CareDesk(town);
});
afterAll(() => town.close());

const deedsOf = async ({ sub }: Helped): Promise<readonly unknown[]> =>
  (await desk.journalOf(sub)).filter(({ type }) => type === 'administration').map(({ details, clientId }) => ({ clientId, ...details }));

describe('how a person stands', () => {
  it('is told with the number masked, and what is over is not told', async () => {
    const ada = await desk.person();
    await (await ada.isCalled())('wrong');
    const { status, body } = await ada.asks('GET', 'security');
    expect([status, body]).toEqual([200, expect.objectContaining({
      ...{ sub: ada.sub, login: ada.account.login, is_administrator: false, may_help: true, locked: false, required_level: null, effective_level: 2 },
      password: { set_at: expect.any(String), locked: false, spent: 0, total: expect.any(Number), waits_until: null, blocked_until: null },
      call: expect.objectContaining({ spent: 2, total: 10, blocked_until: null, state: 'awaiting', tries_left: 2, number: expect.stringContaining(ada.phone.slice(-2)) }),
    })]);
    expect(JSON.stringify(body)).not.toContain(ada.phone.slice(2, 9));
  });

  it('is asked of nobody who is not there, and of nothing that is no account', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const path of ['security', 'browsers', 'sessions']) expect((await desk.asks('GET', `users/${nobody}/${path}`)).body['code']).toBe('account_unknown');
    for (const sub of ['ada', '%00', `${nobody}x`, nobody.toUpperCase().replace('0', 'A'), '..%2f']) {
      expect((await desk.asks('GET', `users/${sub}/security`)).status).toBe(422);
    }
  });
});

describe('a person who is blocked', () => {
  it('R8 R9 is unblocked: the phone rings again and the right digits are right', async () => {
    const ada = await (await desk.person()).isBlocked();
    const { call } = await ada.stands();
    expect(call).toMatchObject({ spent: 10, blocked_until: expect.any(String), state: 'closed' });
    await expect(ada.isCalled()).rejects.toThrow('blocked');
    const { status, body } = await ada.asks('POST', 'unblock', { method: 'flashCall' });
    expect([status, body['call']]).toEqual([200, expect.objectContaining({ spent: 0, blocked_until: null })]);
    expect(await (await ada.isCalled())('right')).toBe('right');
    expect(await deedsOf(ada)).toEqual([{
      ...{ clientId: 'ops', resource: 'account', deed: 'call_unblocked', target: ada.sub, actor: 'ops' },
      change: { attempts: { before: 10, after: 0 }, blocked_until: { before: call?.['blocked_until'] } },
    }]);
  });

  it('by wrong passwords is unblocked for the password, and for nothing else', async () => {
    const ada = await (await desk.person()).isBlocked();
    for (let times = 0; times < 10; times += 1) await ada.typesPassword('wrong password');
    expect(await ada.typesPassword()).toMatchObject({ kind: 'blocked' });
    expect((await ada.stands())['password']).toMatchObject({ spent: 10, blocked_until: expect.any(String) });
    const { body } = await ada.asks('POST', 'unblock', { method: 'password' });
    expect(body).toMatchObject({ password: { spent: 0, blocked_until: null }, call: { spent: 10 } });
    expect((await ada.typesPassword()).kind).toBe('right');
  });

  it('is unblocked once, of however many administrators at once, while the person loses nothing', async () => {
    const ada = await (await desk.person()).isBlocked();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ada.asks('POST', 'unblock', { method: 'flashCall' })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const lifted = (await deedsOf(ada)).filter((deed) => JSON.stringify(deed).includes('blocked_until'));
    expect(lifted).toHaveLength(1);
  });

  it.each([
    ['no method', {}],
    ['a method that there is not', { method: 'totp' }],
    ['a list', { method: ['password'] }],
    ['more than is asked', { method: 'password', all: true }],
    ['null', null],
  ])('is not unblocked by %s', async (_what, body) => {
    const ada = await desk.person();
    const { status, body: problem } = await ada.asks('POST', 'unblock', body);
    expect([status, problem['code']]).toEqual([422, 'fields_invalid']);
    expect(await deedsOf(ada)).toEqual([]);
  });
});

describe('a new password', () => {
  it('is drawn and told once; the old one, sessions and trust are over, a block of the password, too', async () => {
    const ada = await desk.person();
    await ada.trusts();
    const stays = await ada.logsIn();
    for (let times = 0; times < 10; times += 1) await ada.typesPassword('wrong password');
    const { status, body, headers } = await ada.asks('POST', 'password', {});
    const drawn = String(body['password']);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await ada.typesPassword()).kind).toBe('wrong');
    expect((await ada.typesPassword(drawn)).kind).toBe('right');
    expect(await stays()).toBe(false);
    expect((await ada.asks('GET', 'browsers')).body).toEqual({ items: [] });
    expect(await deedsOf(ada)).toMatchObject([{ deed: 'password_reset' }]);
    expect(JSON.stringify(await desk.journalOf(ada.sub)) + town.log).not.toContain(drawn);
  });

  it('may be chosen, and is not sent back', async () => {
    const ada = await desk.person();
    const chosen = 'a password that was chosen ÿ';
    expect((await ada.asks('POST', 'password', { password: chosen })).body).toEqual({ password: null });
    expect((await ada.typesPassword(chosen)).kind).toBe('right');
    expect(town.log).not.toContain(chosen);
  });

  it.each([
    ['too short', 'seven77', 'minLength', 8],
    ['too long', 'x'.repeat(257), 'maxLength', 256],
    ['with half a character', 'password \ud800', 'characters', undefined],
    ['empty', '', 'minLength', 1],
  ])('that is %s is refused beside its field, and nothing changes', async (_what, password, rule, limit) => {
    const ada = await desk.person();
    const { status, body } = await ada.asks('POST', 'password', { password });
    expect([status, body['fields']]).toEqual([422, [expect.objectContaining({ pointer: '/body/password', rule, ...(limit === undefined ? {} : { limit }) })]]);
    expect((await ada.typesPassword(oldPassword)).kind).toBe('right');
  });
});

describe('a factor that begins anew', () => {
  it('R11 forgets the live call, what was spent, and the trust that was earned', async () => {
    const ada = await desk.person();
    await ada.trusts();
    const types = await ada.isCalled();
    const { body } = await ada.asks('POST', 'reset-factor', { method: 'flashCall' });
    expect(body['call']).toMatchObject({ spent: 0, state: 'closed', blocked_until: null });
    expect(await types('right')).toBe('closed');
    expect((await ada.asks('GET', 'browsers')).body).toEqual({ items: [] });
    expect(await deedsOf(ada)).toMatchObject([{ deed: 'call_reset', change: { attempts: { before: 1 }, trusted_browsers: { before: 1, after: 0 } } }]);
  });
});

describe('levels and locks', () => {
  it('a level of the account is kept, told and undone; the same once more is no deed', async () => {
    const ada = await desk.person();
    expect((await ada.asks('PUT', 'level', { level: 2 })).body).toMatchObject({ required_level: 2, effective_level: 2 });
    expect((await ada.asks('PUT', 'level', { level: 2 })).body).toMatchObject({ required_level: 2 });
    expect((await ada.asks('PUT', 'level', { level: null })).body).toMatchObject({ required_level: null, effective_level: 2 });
    for (const level of [0, 3, '2', undefined]) expect((await ada.asks('PUT', 'level', { level })).status).toBe(422);
    expect(await deedsOf(ada)).toMatchObject([
      { deed: 'level_changed', change: { required_factor: { before: null, after: 2 } } },
      { change: { required_factor: { before: 2, after: null } } },
    ]);
  });

  it('a locked account’s sessions end and do not come back when it is opened', async () => {
    const ada = await desk.person();
    const stays = await ada.logsIn();
    expect((await ada.asks('PUT', 'lock', { locked: true, password_locked: false })).body).toMatchObject({ locked: true, password: { locked: false } });
    expect((await ada.typesPassword()).kind).toBe('wrong');
    await ada.asks('PUT', 'lock', { locked: false, password_locked: false });
    expect((await ada.typesPassword()).kind).toBe('right');
    expect(await stays()).toBe(false);
    expect(await deedsOf(ada)).toMatchObject([{ deed: 'lock_changed', change: { locked: { before: false, after: true } } }, { change: { locked: { after: false } } }]);
  });

  it('a locked password keeps sessions', async () => {
    const ada = await desk.person();
    const stays = await ada.logsIn();
    await ada.asks('PUT', 'lock', { locked: false, password_locked: true });
    expect([(await ada.typesPassword()).kind, await stays()]).toEqual(['wrong', true]);
  });
});

describe('browsers and sessions', () => {
  it('are listed, and end one by one or all together', async () => {
    const ada = await desk.person();
    const [first] = [await ada.trusts(), await ada.trusts()];
    const [desktop, phone] = [await ada.logsIn(), await ada.logsIn()];
    const sessions = (await ada.asks('GET', 'sessions')).body['items'] as { id: string }[];
    expect(sessions).toMatchObject([{ address: '192.0.2.7', user_agent: 'Firefox', applications: [{ client_id: 'shop', name: 'shop' }] }, {}]);
    expect((await ada.asks('DELETE', `browsers/${first}`)).status).toBe(204);
    expect((await ada.asks('DELETE', `sessions/${sessions[0]?.id ?? ''}`)).status).toBe(204);
    expect([await desktop(), await phone()].filter((each) => each)).toHaveLength(1);
    expect((await ada.asks('GET', 'browsers')).body['items']).toHaveLength(1);
    expect((await ada.asks('DELETE', 'browsers')).body).toEqual({ count: 1 });
    expect((await ada.asks('DELETE', 'sessions')).body).toEqual({ count: 1 });
    expect([await desktop(), await phone()]).toEqual([false, false]);
    expect(await deedsOf(ada)).toMatchObject([{ deed: 'trust_taken' }, { deed: 'session_ended' }, { deed: 'all_trust_taken' }, { deed: 'sessions_ended' }]);
  });

  it('of another person are not ended by this one’s name, and of many at once one ends it', async () => {
    const [ada, bob] = [await desk.person(), await desk.person()];
    const [trusted, stays] = [await bob.trusts(), await bob.logsIn()];
    const [{ id } = { id: '' }] = (await bob.asks('GET', 'sessions')).body['items'] as { id: string }[];
    expect((await ada.asks('DELETE', `sessions/${id}`)).body['code']).toBe('session_unknown');
    expect((await ada.asks('DELETE', `browsers/${trusted}`)).body['code']).toBe('browser_unknown');
    expect(await stays()).toBe(true);
    for (const what of [`sessions/${id}`, `browsers/${trusted}`]) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => bob.asks('DELETE', what)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 404)]);
    }
    expect(await deedsOf(ada)).toEqual([]);
  });

  it.each(['x'.repeat(65), '%00', '*', '..%2f..'])('%s is nobody’s', async (id) => {
    const ada = await desk.person();
    for (const what of ['sessions', 'browsers']) expect([404, 422]).toContain((await ada.asks('DELETE', `${what}/${id}`)).status);
  });
});

describe('an administrator’s account', () => {
  const bodies: Readonly<Record<string, unknown>> = {
    unblock: { method: 'password' },
    password: {},
    'reset-factor': { method: 'flashCall' },
    level: { level: 1 },
    lock: { locked: true, password_locked: true },
  };
  const changing = careRoutes.filter(({ method }) => method !== 'GET').map(({ method, path }) => [method, path.replace('users/{sub}/', '').replace('{id}', 'x')] as const);

  it.each(changing)('%s %s is refused to support, and done for those who appoint administrators', async (method, path) => {
    const boss = await desk.administrator('security');
    const { status, body } = await boss.asks(method, path, bodies[path]);
    expect([status, body['code']]).toEqual([403, 'administrator_protected']);
    expect((await boss.stands())['is_administrator']).toBe(true);
    expect((await boss.typesPassword()).kind).toBe('right');
    expect(await deedsOf(boss)).toEqual([]);
    expect([200, 204, 404]).toContain((await boss.asks(method, path, bodies[path], 'w_user w_admin')).status);
  });

  it('says whether the one who asks may help', async () => {
    const boss = await desk.administrator('support');
    expect((await boss.asks('GET', 'security')).body).toMatchObject({ is_administrator: true, may_help: false });
    expect((await boss.asks('GET', 'security', undefined, 'w_user w_admin')).body).toMatchObject({ may_help: true });
  });

  it('the last one with the role root can’t be locked', async () => {
    const root = await desk.administrator('root');
    const { status, body } = await root.asks('PUT', 'lock', { locked: true, password_locked: false }, 'w_user w_admin');
    expect([status, body['code']]).toEqual([409, 'last_root_stays']);
    expect((await town.service.get(Accounts).get(root.sub)).locked).toBe(false);
  });
});
