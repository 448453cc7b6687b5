import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Browser } from 'playwright-core';
import { Administrator } from './administrator.ts';
import { launchChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { NodeProcess, runProgram, type Variables } from './node-process.ts';
import { Operator } from './operator/operator.ts';
import { newSecret, People, seedOf } from './people.ts';
import { startStores, type Stores } from './stores.ts';
import { writeBeginning, writeSettings, type CallSettings } from './operator/settings-file.ts';
import { Visitor, type Habits } from './visitor.ts';

export interface TownOptions {
  /** PATH and CHROMIUM_PATH are all that is taken from it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly call?: CallSettings;
  /** Those of numbers, prefixes and addresses are off unless they stand here. */
  readonly guards?: CallSettings;
  /** As an installation begins: incoming calls are not even listed, and nobody makes them. */
  readonly begins?: boolean;
  /** With blitz-console. */
  readonly console?: boolean;
}

interface Addresses {
  readonly idp: string;
  readonly simulator: string;
  readonly demo: string;
  readonly console: string;
}

/** Here real time passes: the shortest wait for another call that may be set, and few attempts. */
const short: CallSettings = { 'resend-delay-sec': 10, tempLockAfter: 6 };

/** blitz-idp, the simulator and the demo application, and the console where it is wanted, each a process of its own with throw-away stores; and one Chromium. */
export class Town {
  readonly people = new People();
  readonly #visitors: Visitor[] = [];

  private constructor(
    readonly addresses: Addresses,
    readonly stores: Stores,
    readonly folder: string,
    readonly chromiumPath: string | undefined,
    readonly browser: Browser,
    readonly idp: NodeProcess,
    private readonly neighbours: readonly NodeProcess[],
    private readonly desk: readonly NodeProcess[],
    readonly operator: Operator,
  ) {}

  static async open({ environment, call = short, guards = {}, begins = false, console: withConsole = false }: TownOptions): Promise<Town> {
    const { PATH = '', CHROMIUM_PATH: chromiumPath } = environment;
    const folder = await newFolder();
    const [stores, browser, ports] = await Promise.all([
      startStores(folder),
      launchChromium(chromiumPath),
      Promise.all([freePort(), freePort(), freePort(), freePort()]),
    ]);
    const addresses = addressesAt(ports);
    const secrets = { client: newSecret(), provider: newSecret() };
    const plain = { PATH, NODE_ENV: 'test', BLITZ_HOST: '127.0.0.1' };
    const env = { ...plain, ...idpVariables(addresses, stores), BLITZ_CONFIG: await (begins ? writeBeginning(folder) : writeSettings(folder, call, guards)) };
    const idp = new NodeProcess({ file: 'apps/blitz-idp/dist/main.js', env, ready: `${addresses.idp}/readyz` });
    const neighbours = [simulatorAt(addresses, plain, secrets.provider), demoAt(addresses, plain, secrets.client)];
    const desk = withConsole ? [consoleAt(addresses, env)] : [];
    const seed = (people: People): string => seedOf(people, addresses.demo, secrets.client, begins ? undefined : { url: addresses.simulator, token: secrets.provider });
    const operator = new Operator(env, folder, { address: addresses.simulator, token: secrets.provider });
    const town = new Town(addresses, stores, folder, chromiumPath, browser, idp, neighbours, desk, operator);
    try {
      await town.#settle(env, seed(town.people));
    } catch (error) {
      await town.close();
      throw error;
    }
    return town;
  }

  /** Somebody at a browser of their own. */
  async visitor(habits: Habits = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive(this, habits);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Somebody who works in the console, at a browser of their own. */
  async administrator(habits: Habits = {}): Promise<Administrator> {
    const administrator = await Administrator.arrive(this, { who: this.people.administrator(), ...habits });
    this.#visitors.push(administrator);
    return administrator;
  }

  /** What `systemctl restart` does after somebody has edited blitz.conf. */
  async restarts(): Promise<void> {
    const services = [this.idp, ...this.desk];
    await Promise.all(services.map((each) => each.stop()));
    await Promise.all(services.map((each) => each.start()));
  }

  /** As if somebody who works in the console had logged in long ago. Nobody waits five minutes for it. */
  async agesConsoleLogin(sub: string): Promise<void> {
    const redis = new Redis(this.stores.redis.url);
    try {
      const keys = await redis.keys('blitz:console-session:*');
      for (const key of keys) if ((await redis.hget(key, 'sub')) === sub) await redis.hset(key, 'freshUntil', 1);
    } finally {
      redis.disconnect();
    }
  }

  stopRedis(): Promise<void> {
    return this.stores.redis.stop();
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#visitors.map((visitor) => visitor.leave()));
    await Promise.allSettled([this.browser.close(), this.idp.stop(), ...[...this.neighbours, ...this.desk].map((each) => each.stop())]);
    await Promise.allSettled([this.stores.postgres.stop(), this.stores.redis.stop()]);
    await rm(this.folder, { recursive: true, force: true });
  }

  async #settle(env: Variables, seed: string): Promise<void> {
    const early = Promise.all(this.neighbours.map((each) => each.start()));
    early.catch(() => undefined);
    await runProgram(['apps/blitz-idp/dist/migrate.js'], env);
    const seeded = runProgram(['apps/blitz-idp/dist/seed-demo.js'], env, seed);
    await Promise.all([seeded, this.idp.start(), ...this.desk.map((each) => each.start()), early]);
  }
}

/** As root the database runs as another user, who must get through to his own folder. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'blitz-journey-'));
  await chmod(folder, 0o711);
  return folder;
}

function addressesAt([idp, simulator, demo, desk]: readonly [number, number, number, number]): Addresses {
  const at = (port: number): string => `http://localhost:${String(port)}`;
  return { idp: `${at(idp)}/blitz`, simulator: at(simulator), demo: at(demo), console: `${at(desk)}/blitz/console` };
}

function idpVariables({ idp, simulator, console: desk }: Addresses, { postgres, redis }: Stores): Variables {
  return {
    BLITZ_PORT: new URL(idp).port,
    BLITZ_PUBLIC_URL: idp,
    BLITZ_ROLES: 'web,dialler',
    BLITZ_CONSOLE_URL: desk,
    BLITZ_DATABASE_URL: postgres.url,
    BLITZ_REDIS_URL: redis.url,
    BLITZ_MASTER_KEY: newSecret(),
    BLITZ_SECRET: newSecret(),
    BLITZ_EGRESS_HTTP: new URL(simulator).host,
    BLITZ_EGRESS_ADDRESSES: '127.0.0.0/8,::1',
  };
}

function simulatorAt({ simulator }: Addresses, plain: Variables, token: string): NodeProcess {
  const env = { ...plain, BLITZ_SIMULATOR_PORT: new URL(simulator).port, BLITZ_SIMULATOR_TOKEN: token };
  return new NodeProcess({ file: 'apps/phone-simulator/dist/main.js', env, ready: `${simulator}/healthz` });
}

/** With the same stores, secrets and settings as blitz-idp. */
function consoleAt({ console: desk, idp }: Addresses, env: Variables): NodeProcess {
  const variables = { ...env, BLITZ_PORT: new URL(desk).port, BLITZ_PUBLIC_URL: desk, BLITZ_ISSUER: idp };
  return new NodeProcess({ file: 'apps/blitz-console/dist/main.js', env: variables, ready: new URL('/blitz/readyz', desk).href });
}

function demoAt({ demo, idp }: Addresses, plain: Variables, clientSecret: string): NodeProcess {
  const env = {
    ...plain,
    BLITZ_DEMO_PORT: new URL(demo).port,
    BLITZ_DEMO_URL: demo,
    BLITZ_DEMO_CLIENT_ID: 'demo',
    BLITZ_DEMO_CLIENT_SECRET: clientSecret,
    BLITZ_ISSUER: idp,
  };
  return new NodeProcess({ file: 'apps/demo-app/dist/main.js', env, ready: `${demo}/healthz` });
}
