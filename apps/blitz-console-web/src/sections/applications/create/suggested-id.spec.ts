import { describe, expect, it } from '@jest/globals';
import { suggestedId } from './suggested-id.ts';

describe('the id that is suggested for an application', () => {
  it.each([
    ['The shop', 'the-shop'],
    ['  Café №7  ', 'cafe-no7'],
    ['2 shops', 'shops'],
    ['Лавка', ''],
    ['Call +7 916 123-45-67', 'call-'],
    ['', ''],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('for %j is %j', (name, id) => {
    expect(suggestedId(name)).toBe(id);
  });
});
