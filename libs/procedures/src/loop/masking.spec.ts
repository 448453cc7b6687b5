import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Masking } from './masking.ts';

const masking = new Masking(['s3cret/+ key', 'ab', 'longer s3cret/+ key']);

describe('R14 what an administrator sees of a test call', () => {
  it.each([
    ['the secret itself', 'Token: s3cret/+ key!', 'Token: •••!'],
    ['in an address', '?token=s3cret%2F%2B%20key&x', '?token=•••&x'],
    ['in a form', 'token=s3cret%2F%2B+key', 'token=•••'],
    ['in base64', Buffer.from('s3cret/+ key').toString('base64'), '•••'],
    ['in a name, which has lost its capitals', 'S3CRET/+ KEY and s3Cret%2f%2b%20key', '••• and •••'],
    ['a longer one that holds it', 'longer s3cret/+ key', '•••'],
  ])('hides %s', (_where, text, masked) => {
    expect(masking.secrets(text)).toBe(masked);
  });

  it.each(['', 'a', 'ab', 'abc', 'account-7'])('hides a secret in the base64 of %j, a colon and the secret', (user) => {
    for (const as of ['base64', 'base64url'] as const) {
      const shown = masking.secrets(Buffer.from(`${user}:longer s3cret/+ key`).toString(as));
      expect(shown).toContain('•••');
      // A character at each end belongs to a neighbour, too.
      expect(Buffer.from(shown.replace(/.*•••/, ''), as).toString()).toHaveLength(0);
    }
  });

  it('hides every digit of a body, of any script, and long runs of an address', () => {
    expect(masking.all('{"code":"0042","to":"+7900٣"}')).toBe('{"code":"••••","to":"+•••••"}');
    expect(masking.address('https://api.example.org/v1.0/call?to=79001234567&n=12')).toBe('https://api.example.org/v1.0/call?to=•••••••••••&n=12');
  });

  it('never lets a digit of a body or a secret through, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.string(), fc.string(), (secret, before, after) => {
        const masked = new Masking([secret]).all(before + secret + after);
        expect(masked).not.toMatch(/\p{Nd}/u);
        if (!/[•\p{Nd}]/u.test(secret)) expect(masked).not.toContain(secret);
      }),
    );
  });
});
