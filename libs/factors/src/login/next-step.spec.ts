import { describe, expect, it } from '@jest/globals';
import type { Account } from '@blitz/accounts';
import type { FactorKind } from '../factor-kind.ts';
import type { FactorTable } from '../factor-table.ts';
import { acr, assuranceOf } from './assurance.ts';
import type { Login } from './login.ts';
import { nextStep, secondFactors, type Level, type NextStep } from './next-step.ts';

const account: Account = {
  sub: '6f2f9c43-6b7c-4f0a-9a53-0c4f5a8f3d10',
  login: 'ada',
  attributes: {},
  requiredFactor: null,
  passwordLocked: false,
  locked: false,
};
const table = (hasPhone: boolean): FactorTable =>
  ({
    password: { kind: 'password', available: () => true, assurance: { amr: 'pwd', ownChannel: false } },
    flashCall: { kind: 'flashCall', available: () => hasPhone, assurance: { amr: 'tel', ownChannel: true } },
  }) as unknown as FactorTable;

const login = (proved: readonly FactorKind[], trustSettled = false): Login => ({
  id: 'login',
  sub: account.sub,
  startedAt: 0,
  proved,
  trustSettled,
});

const call: NextStep = { step: 'factor', methods: ['flashCall'] };
const [trust, finish, noFactor]: NextStep[] = [{ step: 'trust' }, { step: 'finish' }, { step: 'no_factor' }];
const [one, both]: FactorKind[][] = [['password'], ['password', 'flashCall']];

describe('what a login needs after its password', () => {
  it.each<[string, FactorKind[] | undefined, Level, boolean, boolean, NextStep | undefined]>([
    // name, proved, required, browser trusted, phone, step
    ['R1 two factors are required: the call', one, 2, false, true, call],
    ['R15 R19 two are required and there is no phone: nobody gets in on one', one, 2, false, false, noFactor],
    ['one is required: in', one, 1, false, true, finish],
    ['one is required, no phone: in', one, 1, false, false, finish],
    ['two are required, and the browser is trusted: in', one, 2, true, true, finish],
    ['a trusted browser helps an account whose phone is gone', one, 2, true, false, finish],
    ['both were proved: trust this browser?', both, 2, false, true, trust],
    ['both were proved although one would do: the same question', both, 1, false, true, trust],
    ['both were proved on a browser that is trusted already: in', both, 2, true, true, finish],
    ['nothing was proved, one is required: not in', [], 1, false, false, noFactor],
  ])('%s', (_name, proved = [], required, trusted, hasPhone, step) => {
    const progress = { login: login(proved), account, required, second: ['flashCall'], trusted };
    expect(nextStep(progress, table(hasPhone))).toEqual(step);
  });

  it('both were proved and the question answered: in', () => {
    const progress = { login: login(['password', 'flashCall'], true), account, required: 2 as const, second: [], trusted: false };
    expect(nextStep(progress, table(true))).toEqual({ step: 'finish' });
  });

  it('the method was switched off while the person was on the way: nobody gets in on one', () => {
    const progress = { login: login(['password']), account, required: 2 as const, second: [], trusted: false };
    expect(nextStep(progress, table(true))).toEqual({ step: 'no_factor' });
  });
});

describe('what is offered as a second factor', () => {
  it.each<[string, string[], boolean, string[]]>([
    ['R15 the call, to who has a phone', ['flashCall'], true, ['flashCall']],
    ['R15 nothing, to who has none', ['flashCall'], false, []],
    ['nothing, when the list is empty', [], true, []],
    ['never the password a second time', ['password', 'flashCall'], true, ['flashCall']],
    ['nothing that is not built', ['totp', 'flashCall', 'sms', '__proto__', 'constructor'], true, ['flashCall']],
  ])('%s', (_name, second, hasPhone, offered) => {
    expect(secondFactors(account, second, table(hasPhone))).toEqual(offered);
  });
});

describe('what a finished login is worth', () => {
  it.each<[string, FactorKind[], boolean, string, string[]]>([
    ['the password alone', ['password'], false, acr.oneFactor, ['pwd']],
    ['password and call', ['password', 'flashCall'], false, acr.twoFactors, ['pwd', 'tel', 'mfa', 'mca']],
    ['password on a trusted browser: still one factor', ['password'], true, acr.oneFactor, ['pwd', 'rba']],
    ['password and call on a trusted browser', ['password', 'flashCall'], true, acr.twoFactors, ['pwd', 'tel', 'mfa', 'mca']],
    ['the same factor twice is one', ['password', 'password'], false, acr.oneFactor, ['pwd', 'pwd']],
  ])('%s', (_name, proved, trusted, level, amr) => {
    expect(assuranceOf(proved, trusted, table(true))).toEqual({ acr: level, amr });
  });
});
