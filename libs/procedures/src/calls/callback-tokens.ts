import type { Sealer } from '@blitz/kernel';

/** Which call a provider speaks of, and whose words it uses. */
export interface CallbackOf {
  readonly challengeId: string;
  readonly procedure: string;
  readonly version: number;
}

const purpose = 'callback of a provider';
const longest = 1024;

/**
 * The address that a provider may tell of a call at. Whoever knows it may move the live state of that one call's page and
 * nothing else; it can't be made, or changed to another call's, without the server's key.
 */
export class CallbackTokens {
  constructor(
    private readonly sealer: Sealer,
    /** Of the route, without a slash at its end. */
    private readonly base: string,
  ) {}

  address({ challengeId, procedure, version }: CallbackOf): string {
    return `${this.base}/${this.sealer.seal(JSON.stringify([challengeId, procedure, version]), purpose)}`;
  }

  /** @returns undefined for what was not made here */
  read(token: unknown): CallbackOf | undefined {
    if (typeof token !== 'string' || token.length > longest) return undefined;
    try {
      const [challengeId, procedure, version] = JSON.parse(this.sealer.open(token, purpose)) as [string, string, number];
      return { challengeId, procedure, version };
    } catch {
      return undefined;
    }
  }
}
