import type { Application } from '../application/application.ts';
import { Applications } from '../application/applications.ts';
import { readApplication } from '../application/read-application.ts';

export class FakeApplications extends Applications {
  readonly #applications = new Map<string, Application>();

  find(clientId: string): Promise<Application | undefined> {
    return Promise.resolve(this.#applications.get(clientId));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it refuses, it refuses as a rejection
  async save(application: Application): Promise<void> {
    this.#applications.set(application.clientId, readApplication(application));
  }
}
