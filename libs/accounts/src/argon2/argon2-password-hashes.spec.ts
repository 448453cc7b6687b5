import { describe, expect, it } from '@jest/globals';
import { argon2ParametersOf, dummyHash, owaspParameters } from './argon2-format.ts';
import { Argon2PasswordHashes } from './argon2-password-hashes.ts';

const light = { memory: 64, passes: 1, lanes: 1 };

describe('argon2id password hashes', () => {
  it('are made with the parameters of OWASP, and never twice alike', async () => {
    const hashes = new Argon2PasswordHashes();
    const [one, other] = [await hashes.hash('correct horse'), await hashes.hash('correct horse')];
    expect(argon2ParametersOf(one)).toEqual(owaspParameters);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await hashes.check(one, 'correct horse')).toEqual({ right: true, stale: false });
    expect(await hashes.check(one, 'correct horsf')).toEqual({ right: false, stale: false });
  });

  it('know a password in whichever form it is typed', async () => {
    const hashes = new Argon2PasswordHashes(light);
    expect(await hashes.check(await hashes.hash('le\u0301a-ﬁ'), 'léa-fi')).toMatchObject({ right: true });
  });

  it('are stale when they were made with other parameters', async () => {
    const made = await new Argon2PasswordHashes(light).hash('correct horse');
    const hashes = new Argon2PasswordHashes({ ...light, passes: 2 });
    expect(await hashes.check(made, 'correct horse')).toEqual({ right: true, stale: true });
  });

  it.each([undefined, '', 'plain', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=64,t=1,p=1$', '$argon2i$v=19$m=64,t=1,p=1$x$y'])(
    'are never right without a hash that can be read: %s',
    async (broken) => {
      expect(await new Argon2PasswordHashes(light).check(broken, '')).toEqual({ right: false, stale: false });
      expect(await new Argon2PasswordHashes(light).check(broken, 'x'.repeat(100_000))).toEqual({ right: false, stale: false });
    },
  );

  it('R18 do the same work for an account that does not exist: one hash with the same parameters', async () => {
    const hashes = new Argon2PasswordHashes();
    expect(argon2ParametersOf(dummyHash(owaspParameters))).toEqual(owaspParameters);
    const real = await hashes.hash('correct horse');
    for (const [hash, password] of [[real, 'wrong'], [undefined, 'wrong'], [real, 'x'.repeat(100_000)]] as const) {
      const checking = hashes.check(hash, password);
      expect(hashes.depth()).toBe(1);
      expect(await checking).toEqual({ right: false, stale: false });
    }
  });

  it('refuse a flood and stay bounded', async () => {
    const hashes = new Argon2PasswordHashes(light, { running: 1, waiting: 4 });
    const flood = Array.from({ length: 50 }, () => hashes.check(undefined, 'x'));
    expect(hashes.depth()).toBe(5);
    const done = await Promise.allSettled(flood);
    expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(5);
    expect(hashes.depth()).toBe(0);
  });
});
