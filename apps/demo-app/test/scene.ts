import type { Demo } from '../src/demo.ts';
import { startDemo } from '../src/demo.ts';
import { freePort } from './free-port.ts';
import { TestProvider } from './identity-provider.ts';
import { MovableClock } from './movable-clock.ts';

/** The demo application and a provider for it, on free ports. */
export class Scene {
  private constructor(
    readonly demo: Demo,
    readonly clock: MovableClock,
    readonly issuer: string,
    readonly providerPort: number,
    public provider: TestProvider | undefined,
  ) {}

  static async set({ withProvider = true }: { withProvider?: boolean } = {}): Promise<Scene> {
    const [port, providerPort] = [await freePort(), await freePort()];
    const [url, issuer] = [`http://localhost:${String(port)}`, `http://localhost:${String(providerPort)}`];
    const clock = new MovableClock();
    const registration = { issuer: new URL(issuer), clientId: 'demo', clientSecret: 'secret of the demo' };
    const demo = await startDemo({ port, host: 'localhost', url, clock, ...registration });
    const scene = new Scene(demo, clock, issuer, providerPort, undefined);
    if (withProvider) await scene.providerStarts();
    return scene;
  }

  async providerStarts(): Promise<void> {
    this.provider = await TestProvider.start(this.providerPort, this.demo.url);
  }

  at(path: string): string {
    return `${this.demo.url}${path}`;
  }

  async ends(): Promise<void> {
    await this.demo.close();
    await this.provider?.close();
  }
}
