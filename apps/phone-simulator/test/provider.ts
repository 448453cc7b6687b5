import type { Simulator } from '../src/simulator.ts';
import { startSimulator } from '../src/simulator.ts';
import { MovableClock } from './movable-clock.ts';

export const token = 'a token for tests';

export interface ListedCall {
  readonly id: string;
  readonly requestId: string;
  readonly to: string;
  readonly from: string | null;
  readonly at: string;
  readonly state: string;
  readonly behaviour: string;
}

/** A simulator on a free port, and the hands of those who use it. */
export class Provider {
  private constructor(
    readonly simulator: Simulator,
    readonly clock: MovableClock,
  ) {}

  static async start(): Promise<Provider> {
    const clock = new MovableClock();
    return new Provider(await startSimulator({ port: 0, host: '127.0.0.1', token, clock }), clock);
  }

  get url(): string {
    return this.simulator.url;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
  }

  send(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.fetch(path, { method, body: text, headers: { 'content-type': 'application/json', ...headers } });
  }

  asksForCall(to: string, init: RequestInit = {}): Promise<Response> {
    const body = JSON.stringify({ id: 'request-1', dst_number: to.slice(-10) });
    return this.fetch('/provider/call', { method: 'POST', body, headers: { token, 'content-type': 'application/json' }, ...init });
  }

  async behaves(number: string, behaviour: string, delayMs?: number): Promise<void> {
    const response = await this.send('PUT', `/api/phones/${number}/behaviour`, { behaviour, delayMs });
    if (response.status !== 200) throw new Error(await response.text());
  }

  async callsTo(number: string): Promise<readonly ListedCall[]> {
    const response = await this.fetch(`/api/calls?to=${encodeURIComponent(number)}`);
    return ((await response.json()) as { calls: ListedCall[] }).calls;
  }

  async lastCallTo(number: string): Promise<ListedCall> {
    const [last] = await this.callsTo(number);
    if (last === undefined) throw new Error('nobody was called');
    return last;
  }
}
