import { randomBytes } from 'node:crypto';
import type { AuditOrigin, AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { AdministratorErrorCode } from '../administrator/administrator-error.ts';
import type { Administrators } from '../administrator/administrators.ts';
import { consoleSessionTimes, type ConsoleSession } from './console-session.ts';
import type { ConsoleSessions } from './console-sessions.ts';

export interface Entrance {
  readonly sub: string;
  /** When the person proved who they are; a link of the command line stands for that itself. */
  readonly provedAt: number | 'by_link';
  /** The session that this browser had before: it ends, whatever comes of this. */
  readonly before: string | undefined;
  readonly origin: AuditOrigin;
}

/** Opens a session of blitz-console, always under a new token, for administrators alone. */
export class OpenConsoleSession {
  constructor(
    private readonly administrators: Administrators,
    private readonly sessions: ConsoleSessions,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the token for the browser @throws DomainError `administrator_unknown` */
  async execute({ sub, provedAt, before, origin }: Entrance): Promise<string> {
    if (before !== undefined) await this.sessions.end(before);
    const at = this.clock.now();
    const administrator = await this.administrators.find(sub);
    if (administrator === undefined || administrator.account.locked) {
      this.audit.record({ ...origin, type: 'administrator_refused', at, sub, details: { reason: 'not_administrator' } });
      throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    }
    const token = randomBytes(32).toString('base64url');
    const session = newSession(sub, provedAt, at);
    await this.sessions.open(token, session);
    this.audit.record({ ...origin, type: 'administrator_entered', at, sub, details: { reason: session.enteredBy } });
    return token;
  }
}

function newSession(sub: string, provedAt: Entrance['provedAt'], at: number): ConsoleSession {
  const { longestMs, freshMs, byLink } = consoleSessionTimes;
  if (provedAt === 'by_link') return { sub, enteredBy: 'link', openedAt: at, endsAt: at + byLink.longestMs, freshUntil: at + byLink.freshMs };
  return { sub, enteredBy: 'login', openedAt: at, endsAt: at + longestMs, freshUntil: provedAt + freshMs };
}
