import { LiveJournal, TailPosition } from '@blitz/audit';
import { Clock } from '@blitz/kernel';
import { Stopping } from '@blitz/platform';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { StillLetIn } from '../../access/still-let-in.ts';
import { Asked } from '../../api/asked.ts';
import { Serves } from '../../api/serves.ts';
import { describeEntry } from '../describe-entry.ts';
import { readFilter } from '../event-filter-query.ts';
import { watchEvents } from '../events.routes.ts';
import { LiveStream } from './live-stream.ts';

/** So long somebody may go on watching whose session has ended, or who lost the privilege. */
const letInMs = 2_000;

/** Events as they are written. */
@Controller()
export class WatchEventsController {
  @Inject(LiveJournal) private readonly journal!: LiveJournal;
  @Inject(StillLetIn) private readonly stillLetIn!: StillLetIn;
  @Inject(Stopping) private readonly stopping!: Stopping;
  @Inject(Clock) private readonly clock!: Clock;

  @Serves(watchEvents)
  watch(@Asked() { query, caller, request }: Asked<typeof watchEvents>, @Res() reply: FastifyReply): void {
    const last = request.headers['last-event-id'];
    const stream: { current?: LiveStream } = {};
    // Before the answer begins: a watcher too many is refused.
    const leave = this.journal.watch({
      who: caller.id,
      filter: readFilter(query),
      from: typeof last === 'string' ? TailPosition.read(last, this.clock.now()) : undefined,
      tell: (entry, position) => { stream.current?.send(describeEntry(entry), String(position)); },
      stand: (position) => { stream.current?.stand(String(position)); },
      missed: () => { stream.current?.tell('missed'); },
    });
    const live = (stream.current = new LiveStream(reply, this.stopping.signal));
    live.onEnd(leave);
    live.every(letInMs, () => {
      void this.stillLetIn.check(request, watchEvents, caller).then((still) => {
        if (still) return;
        live.tell('ended');
        live.end();
      });
    });
  }
}
