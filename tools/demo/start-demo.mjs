import { join } from 'node:path';
import { build } from '../setup/build.mjs';
import { bundle } from '../setup/bundle.mjs';
import { buildConsoleWeb } from '../setup/console-web.mjs';
import { ensurePackages } from '../setup/ensure-packages.mjs';
import { ensureRedis } from '../setup/ensure-redis.mjs';
import { Progress } from '../setup/progress.mjs';
import { Refusal, words } from '../setup/refusal.mjs';
import { inRoot, root } from '../setup/root.mjs';
import { readyLine, table } from './announcement.mjs';
import { fillDatabase } from './database.mjs';
import { demoSeed } from './demo-data.mjs';
import { Ending } from './ending.mjs';
import { leaveForCommands, takeFromCommands } from './for-commands.mjs';
import { help, readOptions } from './options.mjs';
import { assertPortsFree } from '../slot/ports.mjs';
import { demoSecrets } from './secrets.mjs';
import { demoServices, demoUrls } from './services.mjs';
import { takeLock, withLock } from '../slot/single-run.mjs';
import { readSlot } from '../slot/slot.mjs';
import { forgetDemo, givenStores, prepareFolder, startEmbeddedPostgres, startEmbeddedRedis } from './stores.mjs';
import { Services } from './supervise.mjs';
import { watchAndRestart } from './watch.mjs';

/** The whole of `npm start`; ends the process. */
export async function startDemo(args) {
  // A terminal that was closed, or `npm start | head`: nobody listens, but everything must still be stopped in order.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  const demo = new Demo();
  let status = 0;
  try {
    const options = readOptions(args);
    if (options.help) process.stdout.write(help);
    else status = await demo.run(options);
  } catch (error) {
    status = demo.ending.asked?.status ?? 1;
    if (demo.ending.asked === undefined) process.stderr.write(`\n${sentence(error)}\n`);
  }
  await demo.stop().catch((error) => {
    process.stderr.write(`${words(error)}\n`);
    status ||= 1;
  });
  process.exit(status);
}

class Demo {
  #began = performance.now();
  #progress = new Progress();
  #stores = [];
  #services;
  #stopWatching;
  #releaseSlot;
  #takeFromCommands;
  ending = new Ending({
    onAsked: () => {
      this.#progress.line('  Stopping …');
      this.#services?.giveUpWaiting();
    },
    onForced: () => this.#services?.killAll(),
  });

  /** Answers the exit status: it returns only when the demo was asked to end or has lost a part of itself. */
  async run({ fresh, watch }) {
    const slot = readSlot();
    await prepareFolder(slot.folder);
    this.#own(slot);
    await assertPortsFree(slot);
    const given = givenStores();
    await this.#setUp(slot, given, watch);
    if (fresh) await this.#step('Forgetting the kept data', () => forgetDemo(slot.folder, given));
    const secrets = await demoSecrets(slot.folder);
    const urls = demoUrls(slot.ports);
    this.#services = new Services(join(slot.folder, 'logs'), (line) => this.#progress.line(`  ! ${line}`));
    const definitions = await this.#startAll({ slot, given, secrets, urls, watch });
    await this.#leaveForCommands(slot, urls, definitions);
    if (watch) await this.#watch(definitions);
    const facts = { slot, urls, secrets, given, tookMs: performance.now() - this.#began };
    process.stdout.write(`${table(facts)}\n${readyLine(facts)}\n`);
    const reason = await Promise.race([this.ending.wanted, this.#services.died]);
    if (typeof reason !== 'string') return 0;
    process.stderr.write(`\n${reason}\n\nWithout it there is no demo: stopping the rest.\n`);
    return 1;
  }

  /** In the opposite order of the start: nobody loses a store while still using it. */
  async stop() {
    this.#stopWatching?.();
    await this.#takeFromCommands?.();
    await this.#services?.stopAll();
    await Promise.all(this.#stores.map((server) => server.stop()));
    this.#releaseSlot?.();
  }

  #own({ folder, number }) {
    const { owner, release } = takeLock(folder);
    if (release === undefined) {
      throw new Refusal(`Slot ${number} is already running (process ${owner}).`, `kill ${owner}   or, beside it: BLITZ_SLOT=${number + 1} npm start`);
    }
    this.#releaseSlot = release;
  }

  async #setUp({ folder }, given, watch) {
    const logs = join(folder, 'logs');
    const waiting = (owner) => this.#progress.line(`  … waiting for the set-up of process ${owner}`);
    await withLock(inRoot('.blitz-setup'), 'lock', waiting, async () => {
      // First what may be refused, then what takes minutes.
      if (given.redisUrl === undefined) await this.#step('Redis', () => ensureRedis({ log: join(logs, 'redis-install.log') }));
      await this.#step('Packages', () => ensurePackages({ log: join(logs, 'npm-install.log') }));
      await this.#step('Build', () => build({ log: join(logs, 'build.log') }));
      if (!watch) await this.#step('Bundle', bundle);
      await this.#step('Console pages', () => buildConsoleWeb({ log: join(logs, 'console-pages.log') }));
    });
  }

  async #startAll({ slot, given, secrets, urls, watch }) {
    const early = demoServices({ slot, urls, secrets, stores: {}, watch });
    const [stores] = await allDone([this.#startStores(slot, given), this.#service(early.simulator)]);
    const { idp, console: desk, recovery, application, simulator } = demoServices({ slot, urls, secrets, stores, watch });
    await fillDatabase({ folder: slot.folder, given, env: idp.env, seed: demoSeed(secrets, urls), step: (...step) => this.#step(...step) });
    await allDone([idp, desk, recovery, application].map((definition) => this.#service(definition)));
    return [idp, desk, recovery, application, simulator];
  }

  async #startStores({ folder }, given) {
    const [postgres, redis] = await allDone([
      given.databaseUrl === undefined ? this.#store('PostgreSQL, embedded', () => startEmbeddedPostgres(folder)) : undefined,
      given.redisUrl === undefined ? this.#store('Redis, private', () => startEmbeddedRedis(folder)) : undefined,
    ]);
    return { kind: given.kind, databaseUrl: given.databaseUrl ?? postgres.url, redisUrl: given.redisUrl ?? redis.url };
  }

  #store(name, start) {
    return this.#step(name, async () => {
      const server = await start();
      this.#stores.push(server);
      void server.ended.then((status) => this.#services.reportDeath(`${name}, ended by itself (status ${status}).`));
      return server;
    });
  }

  #service(definition) {
    return this.#step(definition.name, () => this.#services.start(definition));
  }

  async #leaveForCommands({ folder }, { idp: issuer, console: desk }, [{ env }]) {
    this.#takeFromCommands = () => takeFromCommands(folder);
    await leaveForCommands(folder, { issuer, adminApi: new URL('/blitz/admin/api', desk).href, env });
  }

  async #watch(definitions) {
    const show = (line) => this.#progress.line(`  ${line}`);
    this.#services.enduring = true;
    const restart = (definition) => this.#services.restart(definition);
    this.#stopWatching = await watchAndRestart({ definitions, restart, show });
  }

  #step(name, deed) {
    this.ending.throwIfAsked();
    return this.#progress.step(name, deed).finally(() => this.ending.throwIfAsked());
  }
}

/** Waits for all even when one fails: what is still starting could not be stopped otherwise. */
async function allDone(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return results.map(({ value }) => value);
}

function sentence(error) {
  if (error.code !== 'EACCES' && error.code !== 'EPERM') return words(error);
  return new Refusal(`${error.path ?? root} belongs to another user; did root start Blitz here once?`, `sudo chown -R "$(id -un)" ${root}`).message;
}
