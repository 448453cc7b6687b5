import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Concern } from './concern.ts';
import { Staged } from './staged.ts';
import { Expected } from './expected.ts';

/** Which blitz.conf is read. What stands in it are settings, and no business of the deployment. */
export abstract class SettingsEnvironment {
  /** Absolute path. */
  abstract readonly configFile: string;
}

/** Both `src` and `dist` of this library lie as deep below the repository's root. */
const repository = fileURLToPath(new URL('../../../../', import.meta.url));

export class SettingsVariables extends Staged implements Concern<SettingsEnvironment> {
  @Expected('the path of a HOCON file', (text) => !text.includes('\0'))
  readonly BLITZ_CONFIG: string = '';

  typed(): SettingsEnvironment {
    return { configFile: this.BLITZ_CONFIG === '' ? resolve(repository, 'blitz.conf') : resolve(this.BLITZ_CONFIG) };
  }
}
