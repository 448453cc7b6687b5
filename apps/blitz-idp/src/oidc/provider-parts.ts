import type { Accounts, Applications, SigningKey } from '@blitz/accounts';
import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { LiveSettings } from '@blitz/settings';
import type { Log } from '@blitz/platform';
import type { Redis } from 'ioredis';
import type { CookieJar } from '../login/cookie-jar.ts';
import type { ReturnPath } from '../login/return-path.ts';
import type { ProviderPages } from './provider-pages.ts';

/** What the OpenID provider is made of. */
export interface ProviderParts {
  readonly issuer: string;
  /** What tokens for machines are good for; nothing where blitz-console's address is unknown. */
  readonly adminApi: string | undefined;
  readonly keys: readonly SigningKey[];
  readonly cookieKey: Buffer;
  readonly accounts: Accounts;
  readonly applications: Applications;
  readonly settings: LiveSettings;
  readonly redis: Redis;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly cookies: CookieJar;
  readonly returnPath: ReturnPath;
  readonly pages: ProviderPages;
  readonly log: Log;
}
