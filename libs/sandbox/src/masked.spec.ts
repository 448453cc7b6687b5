import { describe, expect, it } from '@jest/globals';
import { Masked } from './masked.ts';

describe('R14 what must not be seen is masked', () => {
  it.each([
    ['a secret', 'token k3y!', 'token •••'],
    ['a secret in an address', 'https://p.example/?t=k3y%21', 'https://p.example/?t=•••'],
    ['the longer of two secrets', 'k3y!-and-more', '•••'],
    ['a short code that is known', 'code 826', 'code •••'],
    ['four digits', 'code 1234.', 'code •••.'],
    ['a telephone number as people write it', 'to +7 (900) 123-45-67!', 'to +•••!'],
    ['digits of another script', 'code ٠١٢٣', 'code •••'],
  ])('%s', (_what, text, shown) => {
    expect(new Masked({ one: 'k3y!', two: 'k3y!-and-more' }, ['826']).text(text, 100)).toBe(shown);
  });

  it.each([['a status', 'status 503'], ['a short number', 'in 100 ms, 20 lines']])('%s stays', (_what, text) => {
    expect(new Masked({}).text(text, 100)).toBe(text);
  });

  it('an empty secret masks nothing', () => {
    expect(new Masked({ empty: '' }).text('abc', 100)).toBe('abc');
  });

  it('a provider\'s own error number stays in a detail, a telephone number does not', () => {
    expect(new Masked({}).text('error 21211 for +79001234567', 100, 7)).toBe('error 21211 for +•••');
  });

  it('a text is cut after it was masked', () => {
    expect(new Masked({ token: 'k3y-of-provider' }).text(`${'x'.repeat(90)}k3y-of-provider, and more`, 100)).toBe(`${'x'.repeat(90)}•••, and …`);
  });

  it('the beginning of a secret at the place where the thread cut is not shown', () => {
    const cut = 'k3y-of-provider'.repeat(300).slice(0, 4_096);

    expect(new Masked({ token: 'k3y-of-provider' }).text(cut, 5_000)).not.toMatch(/k3y/);
  });
});
