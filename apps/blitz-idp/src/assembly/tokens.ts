import type { FactorTable } from '@blitz/factors';
import type { DiallerDeeds as Deeds } from '@blitz/telephony';
import type { IdpEnvironment } from '../environment.ts';

/** What Nest hands out under a name of ours because the thing itself is no class. */
export abstract class Environment {
  abstract readonly value: IdpEnvironment;
}

export abstract class Factors {
  abstract readonly table: FactorTable;
}

/** What the dialler does. */
export abstract class DiallerDeeds {
  abstract readonly value: Deeds;
}

/** A key for each purpose, from the deployment's secret. */
export abstract class Keys {
  abstract of(purpose: string): Buffer;
}
