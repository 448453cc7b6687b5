import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { Accounts, Applications, PasswordHashes, Passwords, type Account } from '@blitz/accounts';
import { jest } from '@jest/globals';
import { newId } from '@blitz/kernel';
import { startSimulator, type Simulator } from '@blitz/phone-simulator/simulator';
import type { Service } from '@blitz/platform';
import { freshDatabase, freshRedis } from '@blitz/testing';
import { idpEnvironmentOf } from '../../src/environment.ts';
import { makeIdp } from '../../src/make-idp.ts';
import { Administrator, guardsOff } from './administrator.ts';
import { Line } from './line.ts';
import { installs } from './procedures.ts';
import { MovableClock } from './movable-clock.ts';
import { Visitor } from './visitor.ts';

// A town opens in a second, but a busy machine may take its time.
jest.setTimeout(60_000);

export const applicationUrl = 'http://application.test';
export const password = 'correct horse battery';

export interface TownOptions {
  /** Other variables of the deployment than the usual ones. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The address of another provider than the simulator, which speaks as it does. */
  readonly provider?: string;
  /** Everybody here comes from one address, and some are called all day: off but where guards are what a test is about. */
  readonly guards?: 'on' | 'off';
  /** The wires to the stores may be cut. */
  readonly fragile?: boolean;
}

/** blitz-idp with real stores, a real queue, the simulator, and people. Nothing of ours is mocked; only time is ours. */
export class Town {
  readonly clock = new MovableClock();
  readonly log: string[] = [];
  readonly administrator = new Administrator(this);
  #phones = 0;
  #hash: Promise<string> | undefined;

  private constructor(
    readonly variables: Readonly<Record<string, string>>,
    readonly simulator: Simulator,
    readonly close: () => Promise<void>,
    private readonly guards: 'on' | 'off',
    /** Of the simulator, whatever it speaks. */
    readonly token: string,
    readonly lines?: { readonly database: Line; readonly redis: Line },
  ) {}

  service!: Service;
  base = '';

  static async open({ variables = {}, fragile = false, guards = 'off', provider: other }: TownOptions = {}): Promise<Town> {
    const [database, redis] = await Promise.all([freshDatabase(), freshRedis()]);
    const lines = fragile ? { database: await Line.to(database.url), redis: await Line.to(redis.url) } : undefined;
    const token = newId();
    const simulator = await startSimulator({ port: 0, host: '127.0.0.1', token });
    const provider = other ?? simulator.url;
    const secret = (): string => randomBytes(32).toString('base64');
    const port = await freePort();
    const town: Town = new Town(
      {
        NODE_ENV: 'test',
        BLITZ_PORT: String(port),
        BLITZ_PUBLIC_URL: `http://localhost:${String(port)}/blitz`,
        BLITZ_DATABASE_URL: lines?.database.url ?? database.url,
        BLITZ_REDIS_URL: lines?.redis.url ?? redis.url,
        BLITZ_MASTER_KEY: secret(),
        BLITZ_SECRET: secret(),
        BLITZ_EGRESS_HTTP: [simulator.url, provider].map((each) => new URL(each).host).join(),
        BLITZ_EGRESS_ADDRESSES: '127.0.0.0/8',
        BLITZ_LOG_LEVEL: 'debug',
        ...variables,
      },
      simulator,
      async () => {
        await town.service.stop();
        await simulator.close();
        await Promise.all([lines?.database.cut(), lines?.redis.cut()]);
        await database.drop();
      },
      guards,
      token,
      lines,
    );
    await town.start();
    await installs(town.service, { url: provider, secrets: { token } });
    return town;
  }

  async start(): Promise<void> {
    this.service = await this.#run(this.variables);
    this.base = String(this.variables['BLITZ_PUBLIC_URL']);
    await this.opensApplication('shop', 'The shop');
    if (this.guards === 'off') await this.administrator.saves(guardsOff);
  }

  /** An application with the secret `<id>-secret`. */
  async opensApplication(clientId: string, name: string): Promise<void> {
    await this.service.get(Applications).save({
      clientId,
      secret: `${clientId}-secret`,
      metadata: {
        client_name: name,
        redirect_uris: [`${applicationUrl}/callback`],
        post_logout_redirect_uris: [`${applicationUrl}/`],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    });
  }

  /** One more blitz-idp on the same stores, at a port of its own. Whoever starts it stops it. */
  async another(variables: Readonly<Record<string, string>> = {}): Promise<{ readonly service: Service; readonly base: string }> {
    const port = String(await freePort());
    const service = await this.#run({ ...this.variables, BLITZ_PORT: port, ...variables });
    return { service, base: `http://localhost:${port}/blitz` };
  }

  async #run(variables: Readonly<Record<string, string>>): Promise<Service> {
    const lines = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.log.push(chunk.toString());
        done();
      },
    });
    const service = await makeIdp(idpEnvironmentOf(variables), this.clock, lines);
    await service.listen().catch(async (error: unknown) => {
      await service.stop();
      throw error;
    });
    return service;
  }

  /** Somebody with an account, the password above, and a phone of their own. */
  async person(more: { readonly phone?: string | undefined; readonly requiredFactor?: 1 | 2 } = {}): Promise<Visitor> {
    const login = `person-${newId().toLowerCase().replace(/[^a-z0-9]/g, '')}`;
    const phone = 'phone' in more ? more.phone : this.newPhone();
    const account: Account = await this.service.get(Accounts).create({
      login,
      attributes: { given_name: 'Ada', ...(phone === undefined ? {} : { phone_number: phone }) },
      requiredFactor: more.requiredFactor ?? null,
    });
    // Everybody has the same password: to hash it for each would be most of the work of many a test.
    this.#hash ??= this.service.get(PasswordHashes).hash(password);
    await this.service.get(Passwords).saveHash(account.sub, await this.#hash);
    return new Visitor(this, account, phone ?? '');
  }

  newPhone(): string {
    this.#phones += 1;
    return `+7916${String(1_000_000 + this.#phones * 7919 + process.pid).slice(-7)}`;
  }
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
