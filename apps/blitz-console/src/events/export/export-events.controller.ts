import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditEvents, RecordDeed, type JournalEntry, type JournalErrorCode } from '@blitz/audit';
import { Clock, DomainError } from '@blitz/kernel';
import { handOver, Log } from '@blitz/platform';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Asked } from '../../api/asked.ts';
import { Serves } from '../../api/serves.ts';
import { readFilter } from '../event-filter-query.ts';
import { exportEvents } from '../events.routes.ts';
import { csvFile, jsonFile, mostExported, pagesOf, type WriteFile } from './event-export.ts';

/** Each reads the journal as fast as it can. */
const mostAtOnce = 4;

const formats: Readonly<Record<'csv' | 'json', { readonly type: string; readonly write: WriteFile }>> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: csvFile },
  json: { type: 'application/json; charset=utf-8', write: jsonFile },
};

type Entries = readonly JournalEntry[];
type Pages = AsyncGenerator<Entries>;

/** The journal as a file, written while it is read. */
@Controller()
export class ExportEventsController {
  @Inject(AuditEvents) private readonly journal!: AuditEvents;
  @Inject(RecordDeed) private readonly deeds!: RecordDeed;
  @Inject(Clock) private readonly clock!: Clock;
  @Inject(Log) private readonly log!: Log;
  #underWay = 0;

  @Serves(exportEvents)
  async export(@Asked() { query: { format, ...asked }, actor }: Asked<typeof exportEvents>, @Res() reply: FastifyReply): Promise<void> {
    const filter = readFilter(asked);
    if (this.#underWay >= mostAtOnce) throw new DomainError<JournalErrorCode>('exports_limited');
    this.#underWay += 1;
    try {
      this.deeds.execute({ actor, resource: 'journal', deed: 'exported', target: format, after: asked });
      await this.#write(reply, format, pagesOf(this.journal, filter));
    } finally {
      this.#underWay -= 1;
    }
  }

  async #write(reply: FastifyReply, format: 'csv' | 'json', pages: Pages): Promise<void> {
    // What can't be asked is refused before the file begins.
    const first = await pages.next();
    const { type, write } = formats[format];
    const name = `blitz-events-${new Date(this.clock.now()).toISOString().slice(0, 10)}.${format}`;
    const { response } = handOver(reply);
    response.writeHead(200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'x-accel-buffering': 'no' });
    await pipeline(Readable.from(write(withFirst(first, pages), mostExported)), response).catch((error: unknown) => {
      // The connection is cut: a file that is not whole must not look as if it were.
      this.log.warn({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'an export ended early');
    });
  }
}

async function* withFirst(first: IteratorResult<Entries, unknown>, pages: Pages): Pages {
  if (first.done !== true) yield first.value;
  yield* pages;
}
