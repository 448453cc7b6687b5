import type { SigningKey } from './signing-key.ts';

/** Where signing keys are kept. */
export abstract class SigningKeys {
  /** Oldest first; retired ones included. */
  abstract list(): Promise<readonly SigningKey[]>;
  /**
   * One service at a time looks at the keys and decides whether there should be another: services that start at once make one.
   *
   * @returns the keys afterwards, oldest first
   */
  abstract add(decide: (keys: readonly SigningKey[]) => SigningKey | undefined): Promise<readonly SigningKey[]>;
  /** From `at` on the key is shown to nobody. Once set it is not put off. False when it was set already, or there is no such key. */
  abstract retire(kid: string, at: number): Promise<boolean>;
}
