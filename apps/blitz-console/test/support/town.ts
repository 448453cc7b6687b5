import { randomBytes } from 'node:crypto';
import { adminApi } from '@blitz/accounts';
import { AuditTrail, type AuditEvent } from '@blitz/audit';
import { jest } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { startSimulator, type Simulator } from '@blitz/phone-simulator/simulator';
import type { Service } from '@blitz/platform';
import { PostgresAuditEvents } from '@blitz/postgres';
import { ExamineProcedure, KeepSecrets, ProcedureStore, SaveProcedure, templates, templateSource } from '@blitz/procedures';
import { Sealer } from '@blitz/kernel';
import { freshDatabase, freshRedis } from '@blitz/testing';
import { DataSource } from 'typeorm';
import { consoleEnvironmentOf } from '../../src/environment.ts';
import { makeConsole } from '../../src/make-console.ts';
import { Issuer } from './issuer.ts';
import { MovableClock } from './movable-clock.ts';

// A town opens in a second, but a busy machine may take its time.
jest.setTimeout(60_000);

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'a browser' };
const publicUrl = 'http://localhost:9001/blitz/console';

/** blitz-console with real stores, the simulator, and an issuer of our own. Nothing of ours is mocked; only time is ours. */
export class Town {
  readonly clock = new MovableClock();
  readonly token = `provider-${newId()}`;
  readonly #written: string[] = [];
  #phones = 0;

  private constructor(
    readonly variables: Readonly<Record<string, string>>,
    readonly issuer: Issuer,
    readonly close: () => Promise<void>,
  ) {}

  service!: Service;
  simulator!: Simulator;
  url = '';

  static async open(variables: Readonly<Record<string, string>> = {}): Promise<Town> {
    const [database, redis, issuer] = await Promise.all([freshDatabase(), freshRedis(), Issuer.open(adminApi(publicUrl))]);
    const secret = (): string => randomBytes(32).toString('base64');
    const close = async (): Promise<void> => {
      await town.service.stop();
      await Promise.all([town.simulator.close(), issuer.close()]);
      await database.drop();
    };
    const usual = {
      NODE_ENV: 'test',
      BLITZ_PORT: '0',
      BLITZ_PUBLIC_URL: publicUrl,
      BLITZ_DATABASE_URL: database.url,
      BLITZ_REDIS_URL: redis.url,
      BLITZ_MASTER_KEY: secret(),
      BLITZ_SECRET: secret(),
      BLITZ_ISSUER: issuer.url,
      BLITZ_LOG_LEVEL: 'debug',
    };
    const town: Town = new Town({ ...usual, ...variables }, issuer, close);
    await town.#start();
    return town;
  }

  async #start(): Promise<void> {
    this.simulator = await startSimulator({ port: 0, host: '127.0.0.1', token: this.token });
    const { host } = new URL(this.simulator.url);
    // Nothing else is open.
    const egress = { BLITZ_EGRESS_HTTP: host, BLITZ_EGRESS_ADDRESSES: '127.0.0.1' };
    const logTo = { write: (text: string) => void this.#written.push(text) };
    this.service = await makeConsole(consoleEnvironmentOf({ ...egress, ...this.variables }), this.clock, logTo);
    this.url = await this.service.listen();
  }

  get log(): string {
    return this.#written.join('');
  }

  get host(): string {
    return new URL(this.simulator.url).host;
  }

  /** The vendor's example, as an administrator fills it in for the simulator. */
  get source(): string {
    const example = templates.find(({ id }) => id === 'vendor-example');
    if (example === undefined) throw new Error('no template');
    return templateSource(example).replace(/^const base = '[^']*';$/m, `const base = '${this.simulator.url}';`);
  }

  /** Saved as the procedure `simulator`, with its secret. */
  async savesSimulator(): Promise<void> {
    const [store, audit] = [this.service.get(ProcedureStore), this.service.get(AuditTrail)];
    await new KeepSecrets(store, this.service.get(Sealer), this.clock, audit).save({ name: 'token', value: this.token, hosts: [this.host], ...stamp });
    const save = new SaveProcedure(this.service.get(ExamineProcedure), store, this.clock, audit);
    await save.execute({ key: 'simulator', name: 'Simulator', source: this.source, hosts: [this.host], expectedVersion: 0, ...stamp });
  }

  newPhone(): string {
    this.#phones += 1;
    return `+7916${String(1_000_000 + this.#phones * 7919 + process.pid).slice(-7)}`;
  }

  accessToken(scope = 'w_system', clientId = 'ops'): Promise<string> {
    return this.issuer.token(scope, Math.floor(this.clock.now() / 1000), { claims: { sub: clientId, client_id: clientId } });
  }

  /** What a program of the administrator's sends. */
  async asks(body: unknown, { headers = {}, token, signal }: Manner = {}): Promise<Response> {
    return fetch(`${this.url}/blitz/admin/api/v1/test-calls`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { authorization: `Bearer ${token ?? (await this.accessToken())}`, 'content-type': 'application/json', ...headers },
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** Every step of a test call that was begun. */
  async steps(body: unknown, clientId?: string): Promise<readonly Step[]> {
    const answer = await this.asks(body, { token: await this.accessToken('w_system', clientId) });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`refused with ${String(answer.status)}: ${text}`);
    return text.trimEnd().split('\n').map((line) => JSON.parse(line) as Step);
  }

  /** What the journal in PostgreSQL says, the oldest first. */
  async events(): Promise<readonly AuditEvent[]> {
    await this.service.get(AuditTrail).flush();
    return [...(await new PostgresAuditEvents(this.service.get(DataSource)).find({ limit: 1000, types: ['test_call'] }))].reverse();
  }

  /** `null`: the provider refused, or said nothing. */
  async callsOf(phone: string): Promise<readonly { readonly from: string | null }[]> {
    const answer = await fetch(`${this.simulator.url}/api/calls?${new URLSearchParams({ to: phone }).toString()}`);
    return ((await answer.json()) as { calls: { from: string | null }[] }).calls;
  }

  /** How the provider treats this number from now on. */
  async makesProvider(phone: string, behaviour: string): Promise<void> {
    const url = `${this.simulator.url}/api/phones/${encodeURIComponent(phone)}/behaviour`;
    const answer = await fetch(url, { method: 'PUT', body: JSON.stringify({ behaviour }), headers: { 'content-type': 'application/json' } });
    if (!answer.ok) throw new Error(`the simulator refused: ${await answer.text()}`);
  }
}

interface Manner {
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly signal?: AbortSignal;
}

export type Step = Readonly<Record<string, unknown>> & { readonly kind: string };
