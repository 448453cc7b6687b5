import type { Metric, MetricValueWithName, Registry } from 'prom-client';

type Label = 'method' | 'route' | 'status' | 'le';
type Value = MetricValueWithName<Label>;

const name = 'blitz_http_request_duration_seconds';
const help = 'Time from the first byte of a request to the last byte of its answer';
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly labels: Readonly<Partial<Record<Label, string>>>;
  /** One counter per bound and one for what is slower than all of them; not yet cumulative. */
  readonly counts: number[];
  sum: number;
}

/**
 * How long answers take, by the pattern of the route: an address itself would hold codes and make endless series.
 * Counts by itself, because prom-client builds and hashes labels on every observation, which can be felt on the entry route;
 * to the registry it looks like any metric: something with a name that can be got.
 */
export class RequestDurations {
  readonly name = name;
  readonly #series = new Map<string, Series>();

  constructor(registry: Registry) {
    registry.registerMetric(this as unknown as Metric);
  }

  record(method: string, route: string, statusCode: number, seconds: number): void {
    const status = `${String(Math.trunc(statusCode / 100))}xx`;
    const key = `${method} ${status} ${route}`;
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { labels: { method, route, status }, counts: [...bounds, 0].map(() => 0), sum: 0 };
      this.#series.set(key, series);
    }
    let at = 0;
    while (at < bounds.length && seconds > (bounds[at] ?? 0)) at++;
    series.counts[at] = (series.counts[at] ?? 0) + 1;
    series.sum += seconds;
  }

  get(): Promise<object> {
    return Promise.resolve({ name, help, type: 'histogram', values: [...this.#series.values()].flatMap(valuesOf), aggregator: 'sum' });
  }
}

function valuesOf({ labels, counts, sum }: Series): readonly Value[] {
  let total = 0;
  const buckets = counts.map((count, at): Value => {
    total += count;
    return { metricName: `${name}_bucket`, labels: { ...labels, le: String(bounds[at] ?? '+Inf') }, value: total };
  });
  return [...buckets, { metricName: `${name}_sum`, labels, value: sum }, { metricName: `${name}_count`, labels, value: total }];
}
