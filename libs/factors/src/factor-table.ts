import type { Factor } from './factor.ts';
import type { FactorKind } from './factor-kind.ts';
import type { FlashCallFactor } from './flash-call/flash-call-factor.ts';
import type { PasswordFactor } from './password/password-factor.ts';

/** Every factor there is. A kind without its factor does not compile. */
export interface FactorTable extends Record<FactorKind, Factor<FactorKind, never, never>> {
  readonly password: PasswordFactor;
  readonly flashCall: FlashCallFactor;
}
