import type { ApplicationDraft } from '@blitz/accounts';
import { describe, expect, it } from '@jest/globals';
import { assertFreshFor } from './assert-fresh.ts';

const machine: ApplicationDraft = { kind: 'machine', name: 'Ops', privileges: ['w_app'] };
const web: ApplicationDraft = { kind: 'web', name: 'Shop', redirectUris: [], postLogoutRedirectUris: [], requiredFactor: null, refreshTokens: true };
const person = { kind: 'person', id: 'ada', privileges: ['w_app'] } as const;

describe('what a program may do', () => {
  it('is said by people who have confirmed just now who they are', () => {
    expect(() => assertFreshFor(machine, { ...person, freshUntil: 1_001 }, 1_000)).not.toThrow();
    expect(() => assertFreshFor(machine, { ...person, freshUntil: 1_000 }, 1_000)).toThrow('reauthentication_required');
    expect(() => assertFreshFor(machine, person, 1_000)).toThrow('reauthentication_required');
  });

  it('is said by programs at any time, and other applications are nobody’s administrator', () => {
    expect(() => assertFreshFor(machine, { ...person, kind: 'program' }, 1_000)).not.toThrow();
    expect(() => assertFreshFor(web, person, 1_000)).not.toThrow();
  });
});
