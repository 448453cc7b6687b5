import { Applications, type Application } from '@blitz/accounts';
import type { Clock } from '@blitz/kernel';

/** One login asks a dozen times for its application. What an administrator changes is seen within this time. */
const freshMs = 1_000;
const most = 1_000;

/** Remembers applications for a moment. */
export class RecentApplications extends Applications {
  readonly #known = new Map<string, { readonly until: number; readonly application: Promise<Application | undefined> }>();

  constructor(
    private readonly applications: Applications,
    private readonly clock: Clock,
  ) {
    super();
  }

  find(clientId: string): Promise<Application | undefined> {
    const now = this.clock.now();
    const known = this.#known.get(clientId);
    if (known !== undefined && known.until > now) return known.application;
    if (this.#known.size >= most) this.#known.clear();
    const application = this.applications.find(clientId);
    this.#known.set(clientId, { until: now + freshMs, application });
    // A failure is not remembered.
    application.catch(() => this.#known.delete(clientId));
    return application;
  }

  async save(application: Application): Promise<void> {
    await this.applications.save(application);
    this.#known.delete(application.clientId);
  }
}
