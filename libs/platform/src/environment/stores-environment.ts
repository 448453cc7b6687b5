import { IsIn } from 'class-validator';
import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { hasScheme } from './has-scheme.ts';
import { Staged } from './staged.ts';

/** Where data rests. `embedded` stores come and go with `npm start`; the log says loudly which ones are in use. */
export abstract class StoresEnvironment {
  abstract readonly databaseUrl: string;
  abstract readonly redisUrl: string;
  abstract readonly embedded: boolean;
}

export class StoresVariables extends Staged implements Concern<StoresEnvironment> {
  @Expected('postgres://user:password@host:port/database', hasScheme('postgres:', 'postgresql:'))
  readonly BLITZ_DATABASE_URL: string = '';

  @Expected('redis://host:port or rediss://host:port', hasScheme('redis:', 'rediss:'))
  readonly BLITZ_REDIS_URL: string = '';

  @IsIn(['external', 'embedded'], { message: 'external or embedded' })
  @Expected('external: embedded stores are for trying things out, not for production', (text, { production }) =>
    !(production && text === 'embedded'),
  )
  readonly BLITZ_STORES: string = 'external';

  typed(): StoresEnvironment {
    return {
      databaseUrl: this.BLITZ_DATABASE_URL,
      redisUrl: this.BLITZ_REDIS_URL,
      embedded: this.BLITZ_STORES === 'embedded',
    };
  }
}
