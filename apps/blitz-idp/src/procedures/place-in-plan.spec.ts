import { describe, expect, it } from '@jest/globals';
import { placeInPlan } from './place-in-plan.ts';

const entry = (procedure: string, destinations: readonly string[] = [], enabled = true) => ({ procedure, destinations, enabled });
const [kazakh, exchange, simulator] = [entry('kazakh', ['KZ']), entry('exchange', ['+7495']), entry('simulator')];

describe('a procedure in the plan', () => {
  it('for some numbers goes before the first that serves every number, or it would never be asked first', () => {
    const russian = entry('russian', ['RU']);
    expect(placeInPlan([kazakh, simulator, exchange], russian)).toEqual([kazakh, russian, simulator, exchange]);
    expect(placeInPlan([entry('simulator', [], false)], russian)).toEqual([russian, entry('simulator', [], false)]);
    expect(placeInPlan([kazakh], russian)).toEqual([kazakh, russian]);
    expect(placeInPlan([], russian)).toEqual([russian]);
  });

  it('for every number goes behind the others', () => {
    expect(placeInPlan([simulator, kazakh], entry('russian'))).toEqual([simulator, kazakh, entry('russian')]);
  });

  it('that is there stays where somebody has put it', () => {
    const changed = entry('exchange', ['RU'], false);
    expect(placeInPlan([simulator, exchange], changed)).toEqual([simulator, changed]);
  });
});
