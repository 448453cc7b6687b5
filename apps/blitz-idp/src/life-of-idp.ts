import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { AuditTrail } from '@blitz/audit';
import { Clock } from '@blitz/kernel';
import { Log, Readiness, Stopping } from '@blitz/platform';
import { databaseReady } from '@blitz/postgres';
import { LiveSettings } from '@blitz/settings';
import { ProcedureStore } from '@blitz/procedures';
import { QuickJsSandbox } from '@blitz/sandbox';
import { AxiosEgress, BullMqCallQueue, BullMqDialler, BullMqFollowUpQueue } from '@blitz/telephony';
import { Inject, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { Environment } from './assembly/tokens.ts';
import { CallbackSandbox } from './callbacks/callback-sandbox.ts';
import { DiallerMetrics } from './metrics/dialler-metrics.ts';
import { KeepKeys } from './oidc/keep-keys.ts';
import { Subscriber } from './subscriber.ts';

/** Calls in the air may end until then; what is cut off counts as called. */
const graceMs = 5_000;

/** What begins and ends with the process, in order. */
export class LifeOfIdp implements OnApplicationBootstrap, OnApplicationShutdown {
  @Inject(Environment) private readonly environment!: Environment;
  @Inject(Log) private readonly log!: Log;
  @Inject(Clock) private readonly clock!: Clock;
  @Inject(Readiness) private readonly readiness!: Readiness;
  @Inject(Stopping) private readonly stopping!: Stopping;
  @Inject(DataSource) private readonly database!: DataSource;
  @Inject(Redis) private readonly redis!: Redis;
  @Inject(Subscriber) private readonly subscriber!: Subscriber;
  @Inject(AuditTrail) private readonly audit!: AuditTrail;
  @Inject(LiveSettings) private readonly settings!: LiveSettings;
  @Inject(KeepKeys) private readonly keys!: KeepKeys;
  @Inject(BullMqCallQueue) private readonly queue!: BullMqCallQueue;
  @Inject(BullMqFollowUpQueue) private readonly followUps!: BullMqFollowUpQueue;
  @Inject(BullMqDialler) private readonly dialler!: BullMqDialler;
  @Inject(ProcedureStore) private readonly procedures!: ProcedureStore;
  @Inject(QuickJsSandbox) private readonly sandbox!: QuickJsSandbox;
  @Inject(CallbackSandbox) private readonly callbackSandbox!: CallbackSandbox;
  @Inject(AxiosEgress) private readonly egress!: AxiosEgress;
  @Inject(DiallerMetrics) private readonly metrics!: DiallerMetrics;
  @Inject(Argon2PasswordHashes) private readonly hashes!: Argon2PasswordHashes;

  async onApplicationBootstrap(): Promise<void> {
    const { stores, roles } = this.environment.value;
    this.log.info({ stores: stores.embedded ? 'embedded' : 'external', roles: roles.roles }, 'stores in use');
    this.readiness.add('database', () => databaseReady(this.database));
    this.readiness.add('redis', () => this.redis.ping());
    this.readiness.add('queue', () => this.queue.ageMs(this.clock.now()));
    this.metrics.gauge('blitz_queue_age_seconds', 'How long the oldest call has been waiting', async () => {
      return (await this.queue.ageMs(this.clock.now())) / 1000;
    });
    this.metrics.gauge('blitz_password_hashes', 'Passwords being hashed and waiting', () => this.hashes.depth());
    await this.keys.look();
    this.keys.start((error) => {
      this.log.error({ err: error }, 'the signing keys could not be looked after');
    });
    if (roles.roles.includes('dialler')) {
      this.dialler.start();
      await this.#sayWhoCalls();
    }
    // While requests under way end, so do the calls: one after the other would take too long.
    const stopCalls = (): void => {
      void this.dialler.stop(graceMs);
    };
    this.stopping.signal.addEventListener('abort', stopCalls, { once: true });
  }

  /** Without a plan everything works and nobody is ever called: somebody should know before the first person does. */
  async #sayWhoCalls(): Promise<void> {
    const plan = await this.procedures.set().then((set) => set.plan, () => undefined);
    const asked = plan?.filter(({ enabled }) => enabled).map(({ procedure }) => procedure) ?? [];
    if (plan === undefined) this.log.warn({}, 'the procedures can not be read yet: nobody is called until they can');
    else if (asked.length === 0) this.log.warn({}, 'no procedure is planned: nobody is called until one is saved');
    else this.log.info({ procedures: asked }, 'calls are made by');
  }

  /** Calls first, for they still write; then what was written, then the stores. */
  async onApplicationShutdown(): Promise<void> {
    this.keys.stop();
    await this.#end('the dialler', this.dialler.stop(graceMs));
    this.sandbox.close();
    this.callbackSandbox.close();
    this.egress.close();
    await this.#end('the queue', this.queue.close());
    await this.#end('the queue of follow-ups', this.followUps.close());
    await this.#end('the settings', this.settings.stop());
    await this.#end('the journal', this.audit.flush());
    this.subscriber.disconnect();
    this.redis.disconnect();
    await this.database.destroy();
  }

  /** A store that is gone must not keep the others from being left in order, least of all the journal from being written. */
  async #end(what: string, ending: Promise<void>): Promise<void> {
    await ending.catch((error: unknown) => {
      this.log.error({ err: error, what }, 'could not be ended in order');
    });
  }
}
