import { PasswordHashes, type PasswordVerdict } from '../password/password-hashes.ts';
import { normalisePassword } from '../password/password-text.ts';

/** No work at all. A hash that begins with `old:` is stale. */
export class FakePasswordHashes extends PasswordHashes {
  hash(password: string): Promise<string> {
    return Promise.resolve(`new:${normalisePassword(password) ?? ''}`);
  }

  check(hash: string | undefined, password: string): Promise<PasswordVerdict> {
    const normal = normalisePassword(password);
    const right = hash !== undefined && normal !== undefined && hash.slice(4) === normal;
    return Promise.resolve({ right, stale: hash?.startsWith('old:') === true });
  }
}
