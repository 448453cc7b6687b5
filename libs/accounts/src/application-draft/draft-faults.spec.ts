import { describe, expect, it } from '@jest/globals';
import type { ApplicationForPeople } from './application-draft.ts';
import { isNewClientId } from './client-id.ts';
import { draftFaults } from './draft-faults.ts';

const web: ApplicationForPeople = { kind: 'web', name: 'Shop', redirectUris: ['https://shop.example/cb'], postLogoutRedirectUris: [], requiredFactor: null, refreshTokens: true };
const addresses = (count: number): string[] => Array.from({ length: count }, (_, nth) => `https://shop.example/${String(nth)}`);

describe('an application', () => {
  it('can be saved when nothing is wrong with it', () => {
    expect(draftFaults(web)).toEqual([]);
    expect(draftFaults({ kind: 'machine', name: 'Ночной отчёт', privileges: ['r_audit'] })).toEqual([]);
  });

  it.each(['', ' ', ' Shop', 'Shop ', 'a\nb', 'a\0b', '\u202Eshop', '\uD800', 'x'.repeat(101)])('is not called %j', (name) => {
    expect(draftFaults({ ...web, name })).toEqual([{ field: 'name', rule: 'name', expected: expect.stringContaining('1 to 100') }]);
  });

  it('is told what is wrong with each address, and where it stands', () => {
    const redirectUris = ['https://shop.example/cb', 'http://shop.example/cb', 'https://shop.example/cb'];
    expect(draftFaults({ ...web, redirectUris, postLogoutRedirectUris: ['javascript:x'] })).toEqual([
      { field: 'redirectUris', index: 1, rule: 'address_insecure', expected: expect.any(String) },
      { field: 'redirectUris', index: 2, rule: 'address_repeated', expected: expect.any(String) },
      { field: 'postLogoutRedirectUris', index: 0, rule: 'address_scheme_forbidden', expected: expect.any(String) },
    ]);
  });

  it('has at least one address to return to and at most fifty, or at least one privilege', () => {
    expect(draftFaults({ ...web, redirectUris: [] })).toMatchObject([{ field: 'redirectUris', rule: 'minItems' }]);
    expect(draftFaults({ ...web, redirectUris: addresses(50) })).toEqual([]);
    expect(draftFaults({ ...web, redirectUris: addresses(51) })).toMatchObject([{ field: 'redirectUris', rule: 'maxItems' }]);
    expect(draftFaults({ kind: 'machine', name: 'Ops', privileges: [] })).toMatchObject([{ field: 'privileges', rule: 'minItems' }]);
  });

  it.each(['shop', 'A', 'my.shop_2-b', 'x'.repeat(100), 'v123456', 'a-2026-b-11'])('may have the id %s', (id) => {
    expect(isNewClientId(id)).toBe(true);
  });

  it.each(['', '1shop', '-shop', 'my shop', 'shop/1', 'shop%2f', 'магазин', 'x'.repeat(101), 'a9161234567', 'a-916-123-45-67', 'blitz-console', 'Blitz-Console', 'a\n', 'shop\0'])('R14 may not have the id %j', (id) => {
    expect(isNewClientId(id)).toBe(false);
  });
});
