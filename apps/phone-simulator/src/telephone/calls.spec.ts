import { SystemClock } from '@blitz/kernel';
import { describe, expect, it } from '@jest/globals';
import { Calls } from './calls.ts';

describe('the simulator’s memory', () => {
  it('keeps the last 500 calls, however many were made', () => {
    const calls = new Calls(new SystemClock());
    for (let i = 0; i < 1000; i += 1) {
      calls.place({ requestId: String(i), to: '+79001234567', from: '+78000000000', state: 'ringing', behaviour: 'normal' });
    }
    expect(calls.recent()).toHaveLength(500);
    expect(calls.recent()[0]?.requestId).toBe('999');
  });

  it('tells nobody who stopped listening', () => {
    const calls = new Calls(new SystemClock());
    const heard: string[] = [];
    const stop = calls.listen(({ requestId }) => heard.push(requestId));
    calls.place({ requestId: 'first', to: '+79001234567', from: null, state: 'failed', behaviour: 'error-500' });
    stop();
    calls.place({ requestId: 'second', to: '+79001234567', from: null, state: 'failed', behaviour: 'error-500' });
    expect(heard).toEqual(['first']);
  });
});
