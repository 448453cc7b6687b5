import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { hasScheme } from './has-scheme.ts';
import { Staged } from './staged.ts';

/** For commands that need PostgreSQL and nothing else. */
export abstract class DatabaseEnvironment {
  abstract readonly databaseUrl: string;
}

export class DatabaseVariables extends Staged implements Concern<DatabaseEnvironment> {
  @Expected('postgres://user:password@host:port/database', hasScheme('postgres:', 'postgresql:'))
  readonly BLITZ_DATABASE_URL: string = '';

  typed(): DatabaseEnvironment {
    return { databaseUrl: this.BLITZ_DATABASE_URL };
  }
}
