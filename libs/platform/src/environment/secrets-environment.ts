import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { isSecret, secretBytes } from './secret-bytes.ts';
import { Staged } from './staged.ts';

/** The keys of the installation. All services of one installation have the same. */
export abstract class SecretsEnvironment {
  /** 32 bytes each; the first seals, all of them open: put a new one in front to rotate. */
  abstract readonly masterKeys: readonly Buffer[];
  /** At least 32 bytes: from it come the keys of cookies, anti-forgery tokens and code digests. */
  abstract readonly secret: Buffer;
}

export class SecretsVariables extends Staged implements Concern<SecretsEnvironment> {
  @Expected('32 random bytes in base64 (openssl rand -base64 32); older keys may follow after a comma', (text, stage) =>
    text.split(',').every((key) => isSecret(key.trim(), stage, (bytes) => bytes === 32)),
  )
  readonly BLITZ_MASTER_KEY: string = '';

  @Expected('at least 32 random bytes in base64 (openssl rand -base64 48)', (text, stage) =>
    isSecret(text, stage, (bytes) => bytes >= 32),
  )
  readonly BLITZ_SECRET: string = '';

  typed(): SecretsEnvironment {
    return {
      masterKeys: this.BLITZ_MASTER_KEY.split(',').map((key) => secretBytes(key.trim()) ?? Buffer.alloc(0)),
      secret: secretBytes(this.BLITZ_SECRET) ?? Buffer.alloc(0),
    };
  }
}
