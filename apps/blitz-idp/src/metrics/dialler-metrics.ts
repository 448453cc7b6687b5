import type { Registry } from '@blitz/platform';
import type { DiallerReport } from '@blitz/telephony';
import { Gauge, Histogram } from 'prom-client';

/** What an operator watches at night: how long calls wait, how long providers take, how many passwords wait. */
export class DiallerMetrics {
  readonly #waited: Histogram;
  readonly #took: Histogram<'outcome'>;
  readonly #checked: Histogram<'outcome'>;

  constructor(private readonly registry: Registry) {
    const registers = [registry];
    this.#waited = new Histogram({
      name: 'blitz_call_wait_seconds',
      help: 'From the press to the dialler',
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30, 60],
      registers,
    });
    this.#took = new Histogram({
      name: 'blitz_dial_seconds',
      help: 'From the dialler to the answer of the provider',
      labelNames: ['outcome'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
      registers,
    });
    this.#checked = new Histogram({
      name: 'blitz_check_seconds',
      help: 'From the entry to the answer of a provider that keeps the code',
      labelNames: ['outcome'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 60],
      registers,
    });
  }

  report({ deed, outcome, waitedMs, tookMs }: DiallerReport): void {
    if (deed === 'check') this.#checked.observe({ outcome }, Math.max(0, waitedMs + tookMs) / 1000);
    if (deed !== 'dial') return;
    this.#waited.observe(Math.max(0, waitedMs) / 1000);
    this.#took.observe({ outcome }, Math.max(0, tookMs) / 1000);
  }

  /** A number that is asked for when somebody looks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        // A store that is down must not take the other numbers with it.
        this.set(await Promise.resolve(read()).catch(() => Number.NaN));
      },
    });
  }
}
