import type { TestCall, TestCallCommand, TestCallEnd } from '@blitz/procedures';
import type { LiveSettings } from '@blitz/settings';

type Wanted = Omit<TestCallCommand, 'codeLength'> & { readonly codeLength?: number };

/** Has test calls made, and knows which are under way: they go on when the one who asked has left, for the phone may ring already. */
export class TestCallDesk {
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly testCall: TestCall,
    private readonly settings: LiveSettings,
  ) {}

  /** @throws as TestCall does */
  async execute({ codeLength = this.settings.current().flashCall.codeLength, ...command }: Wanted): Promise<TestCallEnd> {
    const call = this.testCall.execute({ ...command, codeLength });
    this.#underWay.add(call);
    try {
      return await call;
    } finally {
      this.#underWay.delete(call);
    }
  }

  /** Resolves when all have ended, or after this time. */
  async ended(withinMs: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (late = setTimeout(resolve, withinMs)));
    await Promise.race([Promise.allSettled(this.#underWay), patience]);
    clearTimeout(late);
  }
}
