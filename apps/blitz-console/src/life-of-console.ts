import { AuditTrail } from '@blitz/audit';
import { Log, Readiness } from '@blitz/platform';
import { databaseReady } from '@blitz/postgres';
import { QuickJsSandbox } from '@blitz/sandbox';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';
import { Inject, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { Subscriber } from './assembly/subscriber.ts';
import { Environment } from './assembly/tokens.ts';
import { LateSettings } from './settings/late-settings.ts';
import { LateEgress } from './test-calls/late-egress.ts';
import { TestCallDesk } from './test-calls/test-call-desk.ts';

/** Test calls under way may end until then; what is cut off is written to the journal as what it is. */
const graceMs = 2_000;
const afterTheCutMs = 1_000;

/** What begins and ends with the process, in order. */
export class LifeOfConsole implements OnApplicationBootstrap, OnApplicationShutdown {
  @Inject(Environment) private readonly environment!: Environment;
  @Inject(Log) private readonly log!: Log;
  @Inject(Readiness) private readonly readiness!: Readiness;
  @Inject(DataSource) private readonly database!: DataSource;
  @Inject(Redis) private readonly redis!: Redis;
  @Inject(Subscriber) private readonly subscriber!: Subscriber;
  @Inject(AuditTrail) private readonly audit!: AuditTrail;
  @Inject(LateSettings) private readonly settings!: LateSettings;
  @Inject(TypeScriptCompiler) private readonly compiler!: TypeScriptCompiler;
  @Inject(QuickJsSandbox) private readonly sandbox!: QuickJsSandbox;
  @Inject(LateEgress) private readonly egress!: LateEgress;
  @Inject(TestCallDesk) private readonly testCalls!: TestCallDesk;

  onApplicationBootstrap(): void {
    this.log.info({ stores: this.environment.value.stores.embedded ? 'embedded' : 'external' }, 'stores in use');
    this.readiness.add('database', () => databaseReady(this.database));
    this.readiness.add('redis', () => this.redis.ping());
  }

  /** Calls first, for they still write; then what was written, then the stores. */
  async onApplicationShutdown(): Promise<void> {
    await this.testCalls.ended(graceMs);
    this.egress.close();
    this.sandbox.close();
    await this.#end('the compiler', this.compiler.close());
    await this.testCalls.ended(afterTheCutMs);
    await this.#end('the settings', this.settings.stop());
    await this.#end('the journal', this.audit.flush());
    this.subscriber.disconnect();
    this.redis.disconnect();
    await this.database.destroy();
  }

  /** What can't be ended in order must not keep the others from it, least of all the journal from being written. */
  async #end(what: string, ending: Promise<void>): Promise<void> {
    await ending.catch((error: unknown) => {
      this.log.error({ err: error, what }, 'could not be ended in order');
    });
  }
}
