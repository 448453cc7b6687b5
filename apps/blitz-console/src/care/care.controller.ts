import { LockAccount, RequireLevel } from '@blitz/accounts';
import { ReadSecurity, ResetFlashCall, ResetPassword, UnblockMethod } from '@blitz/factors';
import { Clock } from '@blitz/kernel';
import { Controller, Inject } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { carerOf } from './carer-of.ts';
import { lockAccount, readSecurity, requireLevel, resetFactor, resetPassword, unblockMethod } from './care.routes.ts';
import { describeSecurity } from './describe-care.ts';
import { passwordRefusal } from './password-refusal.ts';

/** Helps a person with their factors. Each deed answers how the account stands after it. */
@Controller()
export class CareController {
  @Inject(ReadSecurity) private readonly readSecurity!: ReadSecurity;
  @Inject(UnblockMethod) private readonly unblockMethod!: UnblockMethod;
  @Inject(ResetPassword) private readonly resetPassword!: ResetPassword;
  @Inject(ResetFlashCall) private readonly resetFlashCall!: ResetFlashCall;
  @Inject(RequireLevel) private readonly requireLevel!: RequireLevel;
  @Inject(LockAccount) private readonly lockAccount!: LockAccount;
  @Inject(Clock) private readonly clock!: Clock;

  @Serves(readSecurity)
  read(@Asked() { params, caller }: Asked<typeof readSecurity>): Promise<Answer<typeof readSecurity>> {
    return this.#stands(params.sub, caller);
  }

  @Serves(unblockMethod)
  async unblock(@Asked() asked: Asked<typeof unblockMethod>): Promise<Answer<typeof unblockMethod>> {
    const { params, body } = asked;
    await this.unblockMethod.execute(params.sub, body.method, carerOf(asked));
    return this.#stands(params.sub, asked.caller);
  }

  @Serves(resetPassword)
  async changePassword(@Asked() asked: Asked<typeof resetPassword>): Promise<Answer<typeof resetPassword>> {
    const { password: chosen } = asked.body;
    const password = await this.resetPassword.execute(asked.params.sub, chosen, carerOf(asked)).catch(passwordRefusal);
    // What somebody typed is not sent back.
    return { password: chosen === undefined ? password : null };
  }

  @Serves(resetFactor)
  async reset(@Asked() asked: Asked<typeof resetFactor>): Promise<Answer<typeof resetFactor>> {
    await this.resetFlashCall.execute(asked.params.sub, carerOf(asked));
    return this.#stands(asked.params.sub, asked.caller);
  }

  @Serves(requireLevel)
  async require(@Asked() asked: Asked<typeof requireLevel>): Promise<Answer<typeof requireLevel>> {
    await this.requireLevel.execute(asked.params.sub, asked.body.level, carerOf(asked));
    return this.#stands(asked.params.sub, asked.caller);
  }

  @Serves(lockAccount)
  async lock(@Asked() asked: Asked<typeof lockAccount>): Promise<Answer<typeof lockAccount>> {
    const { locked, password_locked: passwordLocked } = asked.body;
    await this.lockAccount.execute(asked.params.sub, { locked, passwordLocked }, carerOf(asked));
    return this.#stands(asked.params.sub, asked.caller);
  }

  async #stands(sub: string, caller: Caller): Promise<Answer<typeof readSecurity>> {
    return describeSecurity(await this.readSecurity.execute(sub), caller, this.clock.now());
  }
}
