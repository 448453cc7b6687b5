import type { TestCall, TestCallCommand, TestCallEnd } from '@blitz/procedures';
import type { LateSettings } from '../settings/late-settings.ts';

type Wanted = Omit<TestCallCommand, 'codeLength'> & { readonly codeLength?: number };

/** Has test calls made, and knows which are under way: they go on when the one who asked has left, for the phone may ring already. */
export class TestCallDesk {
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly testCall: TestCall,
    private readonly settings: LateSettings,
  ) {}

  /** @throws as TestCall does */
  async execute(wanted: Wanted): Promise<TestCallEnd> {
    const call = this.#call(wanted);
    this.#underWay.add(call);
    try {
      return await call;
    } finally {
      this.#underWay.delete(call);
    }
  }

  async #call(wanted: Wanted): Promise<TestCallEnd> {
    const codeLength = wanted.codeLength ?? (await this.settings.current()).flashCall.codeLength;
    return this.testCall.execute({ ...wanted, codeLength });
  }

  /** Resolves when all have ended, or after this time. */
  async ended(withinMs: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (late = setTimeout(resolve, withinMs)));
    await Promise.race([Promise.allSettled(this.#underWay), patience]);
    clearTimeout(late);
  }
}
