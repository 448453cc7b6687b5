import { setTimeout as delay } from 'node:timers/promises';
import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { WebEnvironment } from '../environment/web-environment.ts';
import type { Logs } from '../log/create-log.ts';
import type { Stopping } from './stopping.ts';

/** Requests under way get this long to end before their connections are cut. */
const patienceMs = 3_000;
const sweepMs = 25;

/** A service that is wired and not yet listening. */
export class Service {
  #stopped: Promise<void> | undefined;

  constructor(
    readonly name: string,
    readonly app: NestFastifyApplication,
    private readonly web: WebEnvironment,
    private readonly logs: Logs,
    private readonly stopping: Stopping,
  ) {}

  get production(): boolean {
    return this.web.production;
  }

  get<Instance>(token: Type<Instance> | Abstract<Instance>): Instance {
    return this.app.get<Instance>(token, { strict: false });
  }

  /** @returns the address it listens on; with port 0 the system has chosen one. */
  async listen(): Promise<string> {
    await this.app.listen({ port: this.web.port, host: this.web.host });
    const address = await this.app.getUrl();
    this.logs.log.info({ address, publicUrl: this.web.publicUrl }, `${this.name} is ready`);
    return address;
  }

  /**
   * No longer ready → open streams end → requests under way end → Nest's shutdown hooks close the stores. Connections
   * to stores are therefore closed in `onApplicationShutdown` or `onModuleDestroy`, never earlier.
   *
   * @param drainMs how long it goes on serving after it said that it is not ready, so that balancers can notice.
   */
  stop(drainMs = 0): Promise<void> {
    this.#stopped ??= this.#stop(drainMs);
    return this.#stopped;
  }

  async #stop(drainMs: number): Promise<void> {
    this.stopping.begin();
    await delay(drainMs);
    this.stopping.closeStreams();
    const fastify = this.app.getHttpAdapter().getInstance();
    // Connections that become idle only now (their last answer was under way) are not closed by Node, which would keep us.
    const sweep = setInterval(() => fastify.server.closeIdleConnections(), sweepMs);
    const cut = setTimeout(() => fastify.server.closeAllConnections(), patienceMs);
    try {
      await fastify.close();
    } finally {
      clearInterval(sweep);
      clearTimeout(cut);
    }
    await this.app.close();
    this.logs.log.info(`${this.name} has stopped`);
    await this.logs.flushed();
  }

  /** The end of a process whose state nobody knows any more. */
  fail(error: unknown): never {
    this.logs.log.fatal({ err: error }, `${this.name} failed`);
    this.logs.flush();
    process.exit(1);
  }
}
