import type { Application } from './application.ts';

/** The applications that are known here. */
export abstract class Applications {
  abstract find(clientId: string): Promise<Application | undefined>;
  /** Adds the application or replaces what was known of it. @throws DomainError `application_invalid` */
  abstract save(application: Application): Promise<void>;
}
