import { startSimulator, type Simulator } from '@blitz/phone-simulator/simulator';
import { Redis } from 'ioredis';
import { bundledProcess, type BundledProcess } from './bundled-process.ts';
import { DiallerProcess } from './dialler-process.ts';
import { ProviderLine } from './provider-line.ts';
import { SlowWire } from './slow-wire.ts';

/** What the diallers' procedure sends. */
const token = 'a token';

export interface SimulatedCall {
  readonly requestId: string;
  /** What the phone showed. */
  readonly from: string;
}

export interface WiredDialler {
  readonly dialler: DiallerProcess;
  readonly wire: SlowWire;
}

/** The phone simulator, the line to it, and diallers that are processes. */
export class TelephoneWorld {
  readonly #open: (Pick<WiredDialler, 'dialler'> & Partial<WiredDialler>)[] = [];

  private constructor(
    private readonly simulator: Simulator,
    readonly line: ProviderLine,
    private readonly bundle: BundledProcess,
  ) {}

  static async opens(): Promise<TelephoneWorld> {
    const simulator = await startSimulator({ port: 0, host: '127.0.0.1', token });
    const line = await ProviderLine.opens(`${simulator.url}/provider/call`);
    return new TelephoneWorld(simulator, line, await bundledProcess());
  }

  /** @param wireMs how far Redis is away */
  async dialler(redisUrl: string, wireMs: number): Promise<WiredDialler> {
    const url = new URL(redisUrl);
    const wire = await SlowWire.opens(Number(url.port), wireMs);
    url.port = String(wire.port);
    const wired = { wire, dialler: await DiallerProcess.starts(this.bundle.script, url.href, this.line.url) };
    this.#open.push(wired);
    return wired;
  }

  /** As `dialler`, with Redis beside it. */
  async nearDialler(redisUrl: string): Promise<DiallerProcess> {
    const dialler = await DiallerProcess.starts(this.bundle.script, redisUrl, this.line.url);
    this.#open.push({ dialler });
    return dialler;
  }

  /** All calls, or those to one telephone. */
  async calls(number?: string): Promise<readonly SimulatedCall[]> {
    const response = await fetch(`${this.simulator.url}/api/calls${number === undefined ? '' : `?to=${encodeURIComponent(number)}`}`);
    return ((await response.json()) as { readonly calls: readonly SimulatedCall[] }).calls;
  }

  /** The calls of one press. Providers are told only the random part of a challenge's name. */
  async callsFor(number: string, challengeId: string): Promise<readonly SimulatedCall[]> {
    const requestId = challengeId.slice(challengeId.lastIndexOf('.') + 1);
    return (await this.calls(number)).filter((call) => call.requestId === requestId);
  }

  async closes(): Promise<void> {
    for (const { dialler, wire } of this.#open) {
      await dialler.killed();
      wire?.closes();
    }
    await this.line.closes();
    await this.simulator.close();
    await this.bundle.removes();
  }
}

export interface Hearing {
  /** A step of this account's challenge. */
  readonly step: (sub: string) => void;
  /** A dialler took a job, in this database. */
  readonly taken: (database: number) => void;
}

/** Hears what the pages that wait hear, and what Redis itself tells of the queue of calls. */
export async function listens(redisUrl: string, { step, taken }: Hearing): Promise<Redis> {
  const redis = new Redis(redisUrl);
  redis.on('error', () => undefined);
  redis.on('pmessage', (_pattern, channel: string) => {
    const database = /^__keyspace@([0-9]+)__/.exec(channel)?.[1];
    if (database === undefined) step(channel.slice('blitz:live:'.length));
    else taken(Number(database));
  });
  await redis.config('SET', 'notify-keyspace-events', 'Kl');
  await redis.psubscribe('blitz:live:*', '__keyspace@*__:{blitz}:calls:active');
  return redis;
}
