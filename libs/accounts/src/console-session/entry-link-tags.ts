import { createHmac, randomBytes } from 'node:crypto';

/** A token of 256 bits: nobody guesses it, whatever they try. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** What is kept of a link's token: whoever reads the store learns no token, and whoever writes to it can make none. */
export class EntryLinkTags {
  /** @param key of the installation, for this purpose alone */
  constructor(private readonly key: Buffer) {}

  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** @returns undefined for what can be no token */
  of(token: string): string | undefined {
    return tokenShape.test(token) ? createHmac('sha256', this.key).update(token).digest('base64url') : undefined;
  }
}
