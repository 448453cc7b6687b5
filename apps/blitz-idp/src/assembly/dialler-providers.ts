import { CallQueue, CheckEntry, FollowUpQueue, HangUp, PlaceCall } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { Log, Registry } from '@blitz/platform';
import { BullMqCallQueue, BullMqDialler, BullMqFollowUpQueue, type DiallerReport } from '@blitz/telephony';
import type { Provider } from '@nestjs/common';
import { DiallerMetrics } from '../metrics/dialler-metrics.ts';
import { queueConnection } from './queue-connection.ts';
import { DiallerDeeds, Environment } from './tokens.ts';

/** A provider takes seconds for a call: so many may be in the air in one process. */
const concurrency = 512;

/** What somebody should look at in the morning. */
const troubles: ReadonlySet<DiallerReport['outcome']> = new Set(['failed', 'unanswered', 'not_hung_up']);

/** The queue and the worker. */
export const diallerProviders: Provider[] = [
  { provide: DiallerMetrics, useFactory: (registry: Registry) => new DiallerMetrics(registry), inject: [Registry] },
  {
    provide: BullMqCallQueue,
    useFactory: ({ value }: Environment) => new BullMqCallQueue(queueConnection(value, 'adding')),
    inject: [Environment],
  },
  { provide: CallQueue, useExisting: BullMqCallQueue },
  {
    provide: BullMqFollowUpQueue,
    useFactory: ({ value }: Environment) => new BullMqFollowUpQueue(queueConnection(value, 'adding')),
    inject: [Environment],
  },
  { provide: FollowUpQueue, useExisting: BullMqFollowUpQueue },
  {
    provide: DiallerDeeds,
    useFactory: (placeCall: PlaceCall, checkEntry: CheckEntry, hangUp: HangUp): DiallerDeeds => ({
      value: { placeCall, checkEntry, hangUp },
    }),
    inject: [PlaceCall, CheckEntry, HangUp],
  },
  {
    provide: BullMqDialler,
    useFactory: ({ value }: Environment, deeds: DiallerDeeds, clock: Clock, metrics: DiallerMetrics, log: Log) =>
      new BullMqDialler(deeds.value, {
        connection: queueConnection(value, 'working'),
        concurrency,
        now: () => clock.now(),
        report: (report, error) => {
          metrics.report(report);
          const { correlation: correlationId, ...facts } = report;
          const about = report.deed === 'dial' ? 'call' : report.deed;
          if (report.outcome === 'crashed') log.error({ correlationId, err: error }, `a ${about} crashed`);
          else if (troubles.has(report.outcome)) log.warn({ correlationId, ...facts }, about);
          else log.info({ correlationId, ...facts }, about);
        },
      }),
    inject: [Environment, DiallerDeeds, Clock, DiallerMetrics, Log],
  },
];
