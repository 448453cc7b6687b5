import { isClientId, isPrivilege } from '@blitz/accounts';
import { DomainError, type Clock } from '@blitz/kernel';
import { jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { AccessErrorCode } from './access-error.ts';
import type { Caller } from './caller.ts';

/** Who signs, and for whom. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
}

/** What two clocks may differ by. */
const clockTolerance = 5;

/** RFC 9068, 2.2: claims that every access token has. */
const requiredClaims = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];

/** Reads access tokens that come with requests (RFC 9068, 4). */
export class AccessTokens {
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: Expected,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `token_invalid`, or `keys_unavailable` when nobody can tell whether it is valid */
  async read(token: string): Promise<Caller> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        ...this.expected,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        requiredClaims,
        clockTolerance,
        currentDate: new Date(this.clock.now()),
      });
      return callerIn(payload);
    } catch (cause) {
      if (cause instanceof DomainError) throw cause;
      throw new DomainError<AccessErrorCode>('token_invalid', {}, { cause });
    }
  }
}

function callerIn({ client_id: clientId, scope }: JWTPayload): Caller {
  if (typeof clientId !== 'string' || !isClientId(clientId)) throw new DomainError<AccessErrorCode>('token_invalid');
  return { kind: 'program', id: clientId, privileges: typeof scope === 'string' ? scope.split(' ').filter(isPrivilege) : [] };
}
