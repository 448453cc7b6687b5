import { createHmac } from 'node:crypto';

/** R14: the only form in which a code is kept. Bound to its challenge: the same code elsewhere has another digest. */
export class CodeDigest {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  of(challengeId: string, code: string): string {
    return createHmac('sha256', this.#key).update(`flashCall\n${challengeId}\n${code}`).digest('base64url');
  }
}
