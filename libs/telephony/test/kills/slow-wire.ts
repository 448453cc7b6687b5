import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A network between a process and Redis: what is sent arrives so many milliseconds later, in both directions. So there is time
 * between any two steps of a dialler, and what a killed one had sent still arrives, as it does in a network.
 */
export class SlowWire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: number, delayMs: number) {
    this.#server = createServer({ allowHalfOpen: true }, (near) => {
      const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
      this.#carries(near, far, delayMs);
      this.#carries(far, near, delayMs);
    });
  }

  static async opens(target: number, delayMs: number): Promise<SlowWire> {
    const wire = new SlowWire(target, delayMs);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Nobody is connected, and nothing is on its way. */
  get silent(): boolean {
    return this.#sockets.size === 0;
  }

  /** All connections end at once, and what is on its way is lost. */
  breaks(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  closes(): void {
    this.#server.close();
    this.breaks();
  }

  #carries(from: Socket, to: Socket, delayMs: number): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    // Timers of the same length fire in their order.
    from.on('data', (chunk) => setTimeout(() => to.write(chunk), delayMs));
    from.on('end', () => setTimeout(() => to.end(), delayMs));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#sockets.delete(from);
      setTimeout(() => to.destroy(), 2 * delayMs);
    });
  }
}
