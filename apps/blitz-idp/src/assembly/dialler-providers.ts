import { CallQueue, PlaceCall } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { Log, Registry } from '@blitz/platform';
import { BullMqCallQueue, BullMqDialler } from '@blitz/telephony';
import type { Provider } from '@nestjs/common';
import { DiallerMetrics } from '../metrics/dialler-metrics.ts';
import { queueConnection } from './queue-connection.ts';
import { Environment } from './tokens.ts';

/** A provider takes seconds for a call: so many may be in the air in one process. */
const concurrency = 256;

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
    provide: BullMqDialler,
    useFactory: ({ value }: Environment, placeCall: PlaceCall, clock: Clock, metrics: DiallerMetrics, log: Log) =>
      new BullMqDialler(placeCall, {
        connection: queueConnection(value, 'working'),
        concurrency,
        now: () => clock.now(),
        report: (report, error) => {
          metrics.report(report);
          const { correlation: correlationId, ...facts } = report;
          if (report.outcome === 'crashed') log.error({ correlationId, err: error }, 'a call crashed');
          else if (report.outcome === 'failed') log.warn({ correlationId, ...facts }, 'call');
          else log.info({ correlationId, ...facts }, 'call');
        },
      }),
    inject: [Environment, PlaceCall, Clock, DiallerMetrics, Log],
  },
];
