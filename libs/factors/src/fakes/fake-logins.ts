import type { FactorKind } from '../factor-kind.ts';
import { lookAtHandOver, type HandOver, type HandOverVerdict } from '../login/hand-over.ts';
import type { Login } from '../login/login.ts';
import { Logins } from '../login/logins.ts';

export class FakeLogins extends Logins {
  readonly #logins = new Map<string, Login>();
  /** By the old name; and the old name by the new one. */
  readonly #handOvers = new Map<string, HandOver>();
  readonly #renewedFrom = new Map<string, string>();

  open(login: Login): Promise<void> {
    this.#logins.set(keyOf(login.sub, login.id), login);
    return Promise.resolve();
  }

  find(sub: string, id: string): Promise<Login | undefined> {
    const key = keyOf(sub, id);
    this.#handOvers.delete(this.#renewedFrom.get(key) ?? '');
    return Promise.resolve(this.#logins.get(key));
  }

  handOver(sub: string, id: string, challengeId: string, now: number): Promise<HandOverVerdict> {
    return Promise.resolve(lookAtHandOver(this.#handOvers.get(keyOf(sub, id)), challengeId, now));
  }

  settleTrust(sub: string, id: string): Promise<boolean> {
    const login = this.#logins.get(keyOf(sub, id));
    if (login === undefined || login.trustSettled) return Promise.resolve(false);
    this.#logins.set(keyOf(sub, id), { ...login, trustSettled: true });
    return Promise.resolve(true);
  }

  end(sub: string, id: string): Promise<boolean> {
    return Promise.resolve(this.#logins.delete(keyOf(sub, id)));
  }

  has(sub: string, id: string): boolean {
    return this.#logins.has(keyOf(sub, id));
  }

  prove(sub: string, id: string, kind: FactorKind, { renewed, challengeId, at }: HandOver): void {
    const [old, next] = [keyOf(sub, id), keyOf(sub, renewed)];
    const login = this.#logins.get(old);
    if (login === undefined) return;
    this.#logins.delete(old);
    this.#logins.set(next, { ...login, id: renewed, proved: [...new Set([...login.proved, kind])], challengeId });
    this.#handOvers.set(old, { renewed, challengeId, at });
    this.#renewedFrom.set(next, old);
  }
}

function keyOf(sub: string, id: string): string {
  return `${sub} ${id}`;
}
