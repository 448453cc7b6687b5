import { AuditEvents, type JournalErrorCode } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { limitOf, openCursor, sealCursor } from '../api/cursor.ts';
import { Serves } from '../api/serves.ts';
import { describeEntry } from './describe-entry.ts';
import { readFilter } from './event-filter-query.ts';
import { listEvents, readEvent } from './events.routes.ts';

/** The journal. */
@Controller()
export class EventsController {
  @Inject(AuditEvents) private readonly journal!: AuditEvents;

  @Serves(listEvents)
  async list(@Asked() { query }: Asked<typeof listEvents>): Promise<Answer<typeof listEvents>> {
    const limit = limitOf(query);
    const [at, id] = openCursor(query.cursor, ['number', 'number']) ?? [];
    const after = at === undefined ? undefined : { at: Number(at), id: Number(id) };
    const found = await this.journal.page({ ...readFilter(query), limit: limit + 1, after });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(describeEntry), next: last === undefined || found.length === shown.length ? null : sealCursor([last.event.at, last.id]) };
  }

  @Serves(readEvent)
  async read(@Asked() { params }: Asked<typeof readEvent>): Promise<Answer<typeof readEvent>> {
    const entry = await this.journal.entry(Number(params.id));
    if (entry === undefined) throw new DomainError<JournalErrorCode>('event_unknown');
    return describeEntry(entry);
  }
}
