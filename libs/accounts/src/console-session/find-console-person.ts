import type { Clock } from '@blitz/kernel';
import type { Administrator } from '../administrator/administrator.ts';
import type { Administrators } from '../administrator/administrators.ts';
import type { LiveConsoleSession } from './console-session.ts';
import type { ConsoleSessions } from './console-sessions.ts';

export interface ConsolePerson {
  readonly session: LiveConsoleSession;
  readonly administrator: Administrator;
}

/** Who works in this session, and what they are at this moment: whoever was dismissed or locked a moment ago is out. */
export class FindConsolePerson {
  constructor(
    private readonly sessions: ConsoleSessions,
    private readonly administrators: Administrators,
    private readonly clock: Clock,
  ) {}

  async execute(token: string): Promise<ConsolePerson | undefined> {
    const session = await this.sessions.use(token, this.clock.now());
    if (session === undefined) return undefined;
    const administrator = await this.administrators.find(session.sub);
    const isTheirs = administrator !== undefined && !administrator.account.locked && administrator.appointedAt <= session.openedAt;
    if (isTheirs) return { session, administrator };
    await this.sessions.end(token);
    return undefined;
  }
}
