import type { Account } from '@blitz/accounts';
import { describe, expect, it } from '@jest/globals';
import { FakeFlashCallSettings } from '../fakes/fake-flash-call-settings.ts';
import { accountOf } from './challenge-id.ts';
import { ChallengeIds } from './challenge-ids.ts';

const settings = new FakeFlashCallSettings();
const ids = new ChallengeIds(Buffer.alloc(32, 1), settings);
const account = (sub: string, phone?: string): Account => ({
  ...{ sub, login: sub, requiredFactor: null, passwordLocked: false, locked: false },
  attributes: phone === undefined ? {} : { phone_number: phone },
});
const ada = account('ada', '+79161234567');

describe('the name of a challenge', () => {
  it('tells whose it is, is never made twice, and is fit for a cookie and a job', () => {
    const names = Array.from({ length: 1000 }, () => ids.next(ada) ?? '');
    expect(new Set(names).size).toBe(1000);
    for (const name of names) expect([accountOf(name), /^ada\.[\w-]{33}$/.test(name)]).toEqual(['ada', true]);
  });

  it('is bound to the telephone, however its number is written, and to the account', () => {
    const name = ids.next(ada) ?? '';
    expect(ids.isOf(name, ada)).toBe(true);
    expect(ids.isOf(name, account('ada', '+7 916 123-45-67'))).toBe(true);
    for (const other of [account('ada', '+79161234568'), account('ada'), account('eve', '+79161234567')]) {
      expect(ids.isOf(name, other)).toBe(false);
    }
  });

  it('R14 says nothing of the number to whoever has not the key', () => {
    const name = ids.next(ada) ?? '';
    expect(name).not.toMatch(/\d{7}/);
    expect(new ChallengeIds(Buffer.alloc(32, 2), settings).isOf(name, ada)).toBe(false);
  });

  it('R15 is not given to an account without a number', () => {
    expect(ids.next(account('ada'))).toBeUndefined();
    expect(ids.next(account('ada', 'none'))).toBeUndefined();
  });
});
