import { describe, expect, it } from '@jest/globals';
import type { LiveSettings, Settings } from '@blitz/settings';
import { LateSettings } from './late-settings.ts';

const settings = { flashCall: { codeLength: 6 } } as Settings;

describe('settings that are followed late', () => {
  it('are followed once, however many ask at once, and no longer when the service ends', async () => {
    const told: string[] = [];
    const live = { current: () => settings, stop: () => Promise.resolve(void told.push('stopped')) } as unknown as LiveSettings;
    const late = new LateSettings(() => Promise.resolve(void told.push('started')).then(() => live));
    await Promise.all(Array.from({ length: 5 }, async () => expect(await late.current()).toBe(settings)));
    await late.stop();
    expect(told).toEqual(['started', 'stopped']);
  });

  it('R19 that can’t be had are nobody’s guess, and asked for again by the next one', async () => {
    let away = true;
    const live = { current: () => settings, stop: () => Promise.resolve() } as unknown as LiveSettings;
    const late = new LateSettings(() => (away ? Promise.reject(new Error('away')) : Promise.resolve(live)));
    await expect(late.current()).rejects.toThrow('away');
    away = false;
    expect(await late.current()).toBe(settings);
  });

  it('end in peace when they never began, or could not', async () => {
    await expect(new LateSettings(() => Promise.reject(new Error('away'))).stop()).resolves.toBeUndefined();
    const broken = new LateSettings(() => Promise.reject(new Error('away')));
    await broken.current().catch(() => undefined);
    await expect(broken.stop()).resolves.toBeUndefined();
  });
});
