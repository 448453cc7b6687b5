import type { Clock } from '@blitz/kernel';
import { isBuiltIn } from '../application-draft/client-id.ts';
import { normaliseSearch, searchText } from '../application-draft/search-text.ts';
import { ApplicationRegister, type ApplicationQuery, type RegisteredApplication } from '../application-register/application-register.ts';
import type { Application } from '../application/application.ts';
import { readApplication } from '../application/read-application.ts';

export class FakeApplicationRegister extends ApplicationRegister {
  readonly #known = new Map<string, RegisteredApplication>();
  /** What `Applications` would read. */
  readonly secrets = new Map<string, string>();

  constructor(private readonly clock: Clock) {
    super();
  }

  list({ after = '', search = '', limit }: ApplicationQuery): Promise<readonly RegisteredApplication[]> {
    const wanted = normaliseSearch(search);
    const found = [...this.#known.values()]
      .filter(({ clientId, metadata }) => clientId > after && !isBuiltIn(clientId) && searchText(clientId, metadata).includes(wanted))
      .sort((one, other) => (one.clientId < other.clientId ? -1 : 1));
    return Promise.resolve(found.slice(0, limit));
  }

  find(clientId: string): Promise<RegisteredApplication | undefined> {
    return Promise.resolve(isBuiltIn(clientId) ? undefined : this.#known.get(clientId));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it refuses, it refuses as a rejection
  async add(application: Application): Promise<RegisteredApplication | undefined> {
    const { clientId, metadata, secret } = readApplication(application);
    if (this.#known.has(clientId)) return undefined;
    const now = this.clock.now();
    if (secret !== undefined) this.secrets.set(clientId, secret);
    return this.#keep({ clientId, metadata, hasSecret: secret !== undefined, version: 1, createdAt: now, changedAt: now, ...(secret === undefined ? {} : { secretSince: now }) });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it refuses, it refuses as a rejection
  async change(clientId: string, metadata: Application['metadata'], expectedVersion: number): Promise<RegisteredApplication | undefined> {
    const known = this.#of(clientId, expectedVersion);
    if (known === undefined) return undefined;
    readApplication({ clientId, metadata });
    return this.#keep({ ...known, metadata, version: known.version + 1, changedAt: this.clock.now() });
  }

  replaceSecret(clientId: string, secret: string, expectedVersion: number): Promise<RegisteredApplication | undefined> {
    const known = this.#of(clientId, expectedVersion);
    if (known === undefined) return Promise.resolve(undefined);
    this.secrets.set(clientId, secret);
    const now = this.clock.now();
    return Promise.resolve(this.#keep({ ...known, hasSecret: true, version: known.version + 1, changedAt: now, secretSince: now }));
  }

  remove(clientId: string, expectedVersion: number): Promise<boolean> {
    const isThere = this.#of(clientId, expectedVersion) !== undefined;
    if (isThere) this.secrets.delete(clientId);
    return Promise.resolve(isThere && this.#known.delete(clientId));
  }

  #of(clientId: string, version: number): RegisteredApplication | undefined {
    const known = this.#known.get(clientId);
    return known?.version === version ? known : undefined;
  }

  #keep(application: RegisteredApplication): RegisteredApplication {
    this.#known.set(application.clientId, application);
    return application;
  }
}
