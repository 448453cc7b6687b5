import type { SigningKey } from '../signing-key/signing-key.ts';
import { SigningKeys } from '../signing-key/signing-keys.ts';

export class FakeSigningKeys extends SigningKeys {
  #keys: readonly SigningKey[] = [];

  list(): Promise<readonly SigningKey[]> {
    return Promise.resolve(this.#keys);
  }

  add(decide: (keys: readonly SigningKey[]) => SigningKey | undefined): Promise<readonly SigningKey[]> {
    const another = decide(this.#keys);
    if (another !== undefined) this.#keys = [...this.#keys, another];
    return this.list();
  }

  retire(kid: string, at: number): Promise<boolean> {
    const open = this.#keys.some((key) => key.kid === kid && key.retiresAt === undefined);
    if (open) this.#keys = this.#keys.map((key) => (key.kid === kid ? { ...key, retiresAt: at } : key));
    return Promise.resolve(open);
  }
}
