import { describe, expect, it } from '@jest/globals';
import { Readiness } from './readiness.ts';
import { Stopping } from './stopping.ts';

describe('readiness', () => {
  it('names what does not answer, or answers too late', async () => {
    const readiness = new Readiness(new Stopping());
    expect(await readiness.missing()).toEqual([]);
    readiness.add('database', () => Promise.resolve());
    readiness.add('redis', () => Promise.reject(new Error('down')));
    readiness.add('provider', () => new Promise(() => undefined));
    expect(await readiness.missing()).toEqual(['redis', 'provider']);
  });

  it('asks each store once, however many ask at the same time', async () => {
    const readiness = new Readiness(new Stopping());
    let asked = 0;
    readiness.add('redis', () => Promise.resolve(++asked));
    await Promise.all(Array.from({ length: 50 }, () => readiness.missing()));
    expect(asked).toBe(1);
    await readiness.missing();
    expect(asked).toBe(2);
  });

  it('ends when the service begins to stop', async () => {
    const stopping = new Stopping();
    const readiness = new Readiness(stopping);
    stopping.begin();
    expect(await readiness.missing()).toEqual(['stopping']);
    expect(stopping.signal.aborted).toBe(false);
    stopping.closeStreams();
    expect(stopping.signal.aborted).toBe(true);
  });
});
