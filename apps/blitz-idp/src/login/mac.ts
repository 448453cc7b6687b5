import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs short texts that go through a browser and come back. A tag made for one purpose is refused for any other. */
export class Mac {
  constructor(private readonly key: Buffer) {}

  of(purpose: string, ...parts: readonly string[]): string {
    const mac = createHmac('sha256', this.key);
    // The lengths keep ("ab", "c") and ("a", "bc") apart.
    for (const part of [purpose, ...parts]) mac.update(`${String(part.length)}:${part}\n`);
    return mac.digest('base64url');
  }

  matches(tag: unknown, purpose: string, ...parts: readonly string[]): boolean {
    if (typeof tag !== 'string') return false;
    const given = Buffer.from(tag);
    const expected = Buffer.from(this.of(purpose, ...parts));
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
