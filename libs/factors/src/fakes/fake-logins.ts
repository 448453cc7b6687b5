import type { FactorKind } from '../factor-kind.ts';
import type { Login } from '../login/login.ts';
import { Logins } from '../login/logins.ts';

export class FakeLogins extends Logins {
  readonly #logins = new Map<string, Login>();

  open(login: Login): Promise<void> {
    this.#logins.set(keyOf(login.sub, login.id), login);
    return Promise.resolve();
  }

  find(sub: string, id: string): Promise<Login | undefined> {
    return Promise.resolve(this.#logins.get(keyOf(sub, id)));
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

  prove(sub: string, id: string, kind: FactorKind, renewed: string, challengeId: string): void {
    const login = this.#logins.get(keyOf(sub, id));
    if (login === undefined) return;
    this.#logins.delete(keyOf(sub, id));
    this.#logins.set(keyOf(sub, renewed), { ...login, id: renewed, proved: [...new Set([...login.proved, kind])], challengeId });
  }
}

function keyOf(sub: string, id: string): string {
  return `${sub} ${id}`;
}
