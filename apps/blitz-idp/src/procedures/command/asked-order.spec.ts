import { describe, expect, it } from '@jest/globals';
import { askedOrder } from './asked-order.ts';

const entry = (procedure: string, destinations: readonly string[] = [], enabled = true) => ({ procedure, destinations, enabled });

describe('the order in which procedures are asked', () => {
  it('is told with their destinations, without those that are off', () => {
    expect(askedOrder([entry('sms-ru', ['RU', '+7700']), entry('off', [], false), entry('simulator')])).toBe('Asked in this order: sms-ru (RU +7700), simulator');
  });

  it('stays short when there are many destinations', () => {
    expect(askedOrder([entry('a', ['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'GG'])])).toBe('Asked in this order: a (AA BB CC DD EE and 2 more)');
  });

  it('says when nobody is asked', () => {
    expect([askedOrder([]), askedOrder([entry('off', [], false)])]).toEqual(Array(2).fill('Nobody is asked for calls.'));
  });
});
