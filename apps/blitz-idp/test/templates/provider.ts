import { startSimulator, type Simulator } from '@blitz/phone-simulator/simulator';

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

/** The simulator on a free port, in the part of every provider that there is a template for. */
export class Provider {
  private constructor(readonly simulator: Simulator) {}

  static async start(): Promise<Provider> {
    return new Provider(await startSimulator({ port: 0, host: '127.0.0.1', token }));
  }

  get url(): string {
    return this.simulator.url;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
  }

  send(method: string, path: string, body: unknown): Promise<Response> {
    return this.fetch(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
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
