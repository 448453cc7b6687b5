import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Sealer } from './sealer.ts';

describe('sealing', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];

  it('opens what it sealed, and never seals the same text twice alike', () => {
    const sealer = new Sealer([newer]);
    const sealed = sealer.seal('ключ', 'signing-key');
    expect(sealer.open(sealed, 'signing-key')).toBe('ключ');
    expect(sealer.seal('ключ', 'signing-key')).not.toBe(sealed);
  });

  it('still opens what an older key sealed while a newer one is in use', () => {
    const sealed = new Sealer([older]).seal('secret', 'client');
    expect(new Sealer([newer, older]).open(sealed, 'client')).toBe('secret');
    expect(() => new Sealer([newer]).open(sealed, 'client')).toThrow('unknown key');
  });

  it('refuses a text that was altered, cut, or sealed for another purpose', () => {
    const sealer = new Sealer([newer]);
    const sealed = sealer.seal('secret', 'client:a');
    expect(() => sealer.open(sealed, 'client:b')).toThrow('altered');
    expect(() => sealer.open(sealed.slice(0, -2), 'client:a')).toThrow('altered');
    expect(() => sealer.open('', 'client:a')).toThrow('unknown key');
  });

  it('refuses a key of another size', () => {
    expect(() => new Sealer([randomBytes(16)])).toThrow('32 bytes');
    expect(() => new Sealer([])).toThrow('at least one');
  });
});
