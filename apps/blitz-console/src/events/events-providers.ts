import { JournalTail, LiveJournal } from '@blitz/audit';
import { Clock } from '@blitz/kernel';
import { adapt, assemble, Log } from '@blitz/platform';
import { PostgresJournalTail } from '@blitz/postgres';
import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessTokens } from '../access/access-tokens.ts';
import { SessionCallers } from '../access/session-callers.ts';
import { StillLetIn } from '../access/still-let-in.ts';

/** What reads the journal. */
export const eventsProviders: Provider[] = [
  adapt(JournalTail, PostgresJournalTail, DataSource, Clock),
  {
    provide: LiveJournal,
    useFactory: (tail: JournalTail, clock: Clock, log: Log) =>
      new LiveJournal(tail, clock, (error) => { log.warn({ err: error }, 'the journal could not be looked at; who watches it waits'); }),
    inject: [JournalTail, Clock, Log],
  },
  assemble(StillLetIn, AccessTokens, SessionCallers),
];
