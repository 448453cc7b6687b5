import { until } from './until.ts';

export interface ReceivedCall {
  readonly id: string;
  /** The number that the phone shows; null if it never rang. */
  readonly from: string | null;
  readonly state: string;
}

/** Somebody's phone, as the simulator's API tells of it. */
export class Telephone {
  constructor(
    private readonly simulator: string,
    readonly number: string,
  ) {}

  /** The last call first. */
  async calls(): Promise<readonly ReceivedCall[]> {
    const answer = await fetch(`${this.simulator}/api/calls?${new URLSearchParams({ to: this.number }).toString()}`);
    return ((await answer.json()) as { calls: ReceivedCall[] }).calls;
  }

  async caller(): Promise<string> {
    return until('the phone rings', async () => (await this.calls())[0]?.from ?? undefined);
  }

  /** Waits until the phone has been called so many times. */
  async rang(times: number): Promise<void> {
    await until(`the phone was called ${String(times)} times`, async () => (await this.calls()).length === times);
  }

  async lastDigits(count = 4): Promise<string> {
    return (await this.caller()).slice(-count);
  }

  /** Digits that are surely not those of the last call. */
  async wrongDigits(): Promise<string> {
    return String((Number(await this.lastDigits()) + 1) % 10_000).padStart(4, '0');
  }

  /** What its owner does with the call that came last. */
  async does(deed: 'answer' | 'reject'): Promise<void> {
    const [last] = await this.calls();
    const answer = await fetch(`${this.simulator}/api/calls/${last?.id ?? 'none'}/${deed}`, { method: 'POST' });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** How the provider treats this phone from now on. */
  async behaves(behaviour: string, delayMs?: number): Promise<void> {
    const answer = await fetch(`${this.simulator}/api/phones/${encodeURIComponent(this.number)}/behaviour`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ behaviour, ...(delayMs === undefined ? {} : { delayMs }) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}
