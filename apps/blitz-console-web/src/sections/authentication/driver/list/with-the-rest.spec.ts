import { describe, expect, it } from '@jest/globals';
import { readDestinations, withTheRest } from './with-the-rest.ts';

describe('the plan on its page', () => {
  it('shows procedures that it does not name last and switched off', () => {
    const entry = { procedure: 'bird', destinations: ['RU'], enabled: true };
    expect(withTheRest([entry], ['asterisk', 'bird'])).toEqual([entry, { procedure: 'asterisk', destinations: [], enabled: false }]);
    expect(withTheRest([], [])).toEqual([]);
  });

  it('reads destinations as people write them, each once', () => {
    expect(readDestinations(['ru', ' +7 (900) ', 'RU', ''])).toEqual(['RU', '+7900']);
  });
});
