import type { Application } from '../application/application.ts';

/** An application as administrators know it: never with its secret. */
export interface RegisteredApplication {
  readonly clientId: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly hasSecret: boolean;
  /** Grows with every change. */
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
  /** When its secret was made; undefined where nobody wrote it down, or there is none. */
  readonly secretSince?: number;
}

export interface ApplicationQuery {
  /** After this `clientId`. */
  readonly after?: string;
  /** Part of the id or the name, in any case. */
  readonly search?: string;
  readonly limit: number;
}

/** The applications as administrators look after them; blitz-idp reads them as `Applications`. Built-in ones are not in it. */
export abstract class ApplicationRegister {
  /** In the order of their ids, by code unit. */
  abstract list(query: ApplicationQuery): Promise<readonly RegisteredApplication[]>;
  abstract find(clientId: string): Promise<RegisteredApplication | undefined>;
  /** Of any number that add the same id at once, one does. @returns undefined when there is one already */
  abstract add(application: Application): Promise<RegisteredApplication | undefined>;
  /** @returns undefined when it has another version, or is gone */
  abstract change(clientId: string, metadata: Application['metadata'], expectedVersion: number): Promise<RegisteredApplication | undefined>;
  /** The secret of before is good for nothing from now on. @returns undefined when it has another version, or is gone */
  abstract replaceSecret(clientId: string, secret: string, expectedVersion: number): Promise<RegisteredApplication | undefined>;
  /** False when it has another version, or is gone. */
  abstract remove(clientId: string, expectedVersion: number): Promise<boolean>;
}
