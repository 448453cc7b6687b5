import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';
import { HeadlessVisitor } from './support/headless-visitor.ts';

/** No page anywhere: a client that asks for JSON is led through the same routes, under the same rules. */
describe('a login without pages', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  async function client(): Promise<HeadlessVisitor> {
    return HeadlessVisitor.of(await town.person());
  }

  it('goes by password, call and digits to the same tokens, every step in JSON', async () => {
    const ada = await client();
    expect(await ada.begins()).toMatchObject({ inquire: 'enter_password', action: expect.stringMatching(/^\/blitz\/login\/method\/password\?/) });
    expect(await ada.typesPassword()).toMatchObject({
      inquire: 'ask_to_flash_call',
      contact: expect.stringMatching(/^\+7 ··· ··· \d\d \d\d$/),
      code_length: 4,
      press: 1,
      retry_after: 0,
    });
    const called = await ada.presses();
    expect(called).toMatchObject({ inquire: 'enter_flash_call_code', state: 'awaiting', remain_attempts: 3, ttl: 120 });
    // Counted from the press; a provider takes its time.
    expect(Number(called['retry_after'])).toBeGreaterThan(20);
    expect(Number(called['retry_after'])).toBeLessThanOrEqual(30);
    expect(await ada.enters(await ada.visitor.lastDigits())).toMatchObject({ inquire: 'ask_to_trust', days: 365 });
    const tokens = await ada.answersTrust();
    expect(claimsIn(tokens.id_token)).toMatchObject({ sub: ada.visitor.account.sub, amr: ['pwd', 'tel', 'mfa', 'mca'] });
    expect(ada.types).toEqual(new Set(['application/json; charset=utf-8']));
  });

  it('tells of a wrong password, an empty one, and a wait', async () => {
    await town.administrator.saves({ 'login.methods.password.delay-ms': 10_000 });
    const ada = await client();
    await ada.begins();
    expect(await ada.typesPassword('wrong')).toMatchObject({ status: 401, errors: [{ code: 'invalid_credentials' }] });
    expect(await ada.typesPassword('')).toMatchObject({ status: 400, errors: [{ code: 'credentials_missing' }] });
    for (let times = 0; times < 3; times += 1) await ada.typesPassword('wrong');
    expect(await ada.typesPassword()).toMatchObject({ status: 429, errors: [{ code: 'wait' }], retry_after: expect.any(Number) as unknown });
    town.clock.passes({ sec: 31 });
    expect(await ada.typesPassword()).toMatchObject({ inquire: 'ask_to_flash_call' });
    await town.administrator.saves({ 'login.methods.password.delay-ms': null });
  });

  it('tells how many tries are left, and when there are none', async () => {
    const ada = await client();
    await ada.begins();
    await ada.typesPassword();
    await ada.presses();
    const wrong = await ada.visitor.wrongDigits();
    expect(await ada.enters(wrong)).toMatchObject({ status: 400, errors: [{ code: 'invalid_otp' }], remain_attempts: 2 });
    expect(await ada.enters(wrong)).toMatchObject({ status: 400, errors: [{ code: 'invalid_otp' }], remain_attempts: 1 });
    expect(await ada.enters(wrong)).toMatchObject({ status: 400, errors: [{ code: 'invalid_otp' }], remain_attempts: 0 });
    const late = await ada.enters(await ada.visitor.lastDigits());
    expect(late).toMatchObject({ status: 400, errors: [{ code: 'expired' }], remain_attempts: 0, because: 'burned' });
    expect(await ada.looks()).toMatchObject({ inquire: 'ask_to_flash_call', state: 'closed', because: 'burned', press: 2 });
  });

  it('tells what can’t be a code, and what came too late', async () => {
    const ada = await client();
    await ada.begins();
    await ada.typesPassword();
    await ada.presses();
    const code = await ada.visitor.lastDigits();
    for (const typed of ['', '12', 'abcd', '12345', null, 1234, [code], { code }]) {
      expect(await ada.enters(typed)).toMatchObject({ status: 400, errors: [{ code: 'malformed_otp' }] });
    }
    expect(await ada.looks()).toMatchObject({ remain_attempts: 3 });
    town.clock.passes({ sec: 121 });
    expect(await ada.enters(code)).toMatchObject({ status: 400, errors: [{ code: 'expired' }], because: 'expired' });
  });

  it('says before the call that there is none yet', async () => {
    const ada = await client();
    await ada.begins();
    await ada.typesPassword();
    expect(await ada.enters('1234')).toMatchObject({ status: 400, errors: [{ code: expect.stringMatching(/login_over|not_placed|expired/) }] });
  });

  it('refuses a press too early, and says how long to wait', async () => {
    const ada = await client();
    await ada.begins();
    await ada.typesPassword();
    await ada.presses();
    town.clock.passes({ sec: 10 });
    expect(await ada.presses(2)).toMatchObject({ inquire: 'enter_flash_call_code', retry_after: 20 });
    expect(await ada.visitor.calls()).toHaveLength(1);
  });

  it('tells of the block, with its end, and refuses even the right digits', async () => {
    const ada = await client();
    await ada.begins();
    await ada.typesPassword();
    for (const press of [1, 2, 3]) {
      town.clock.passes({ sec: 31 });
      await ada.presses(press);
      const wrong = await ada.visitor.wrongDigits();
      for (let times = 0; times < (press === 3 ? 1 : 3); times += 1) await ada.enters(wrong);
    }
    const right = await ada.visitor.lastDigits();
    const blocked = await ada.enters(right);
    expect(blocked).toMatchObject({ status: 429, errors: [{ code: 'no_attempts' }], remain_attempts: 0 });
    expect(Number(blocked['blocked_until'])).toBeGreaterThan(town.clock.now());
    expect(await ada.looks()).toMatchObject({ inquire: 'choose_one', items: [], errors: [{ code: 'no_attempts' }], retry_after: 900 });
  });

  it('R8 security 3: spends the one budget that the pages spend, to the last entry', async () => {
    const person = await town.person();
    const pages = await person.elsewhere().atTheSecondFactor();
    await pages.asksForCall();
    const wrong = await pages.wrongDigits();
    await pages.enters(wrong, wrong, wrong);
    const ada = HeadlessVisitor.of(person);
    await ada.begins();
    await ada.typesPassword();
    for (const press of [2, 3]) {
      town.clock.passes({ sec: 31 });
      await ada.presses(press);
      const guess = await ada.visitor.wrongDigits();
      // Four were spent on pages; the tenth in all is this call's second entry.
      for (let times = 0; times < (press === 3 ? 1 : 3); times += 1) expect(await ada.enters(guess)).toMatchObject({ status: 400 });
    }
    expect(await ada.enters(await ada.visitor.lastDigits())).toMatchObject({ status: 429, errors: [{ code: 'no_attempts' }] });
  });

  it('gets problems as problem+json with a code and the correlation id', async () => {
    const answer = await fetch(`${town.base}/login?bo=x`, { headers: { accept: 'application/json' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 400, code: 'cookies_missing', correlationId: answer.headers.get('x-correlation-id') });
  });

  it('refuses a press and an entry without the token', async () => {
    const ada = await client();
    await ada.begins();
    await ada.typesPassword();
    ada.csrf = 'x'.repeat(43);
    expect(await ada.presses()).toMatchObject({ status: 403, code: 'form_foreign' });
    expect(await ada.enters('1234')).toMatchObject({ status: 403, code: 'form_foreign' });
    expect(await ada.visitor.calls()).toHaveLength(0);
  });
});
