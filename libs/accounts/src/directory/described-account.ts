import type { Account } from '../account/account.ts';

/** An account as the journal tells it, which covers numbers. */
export function describedAccount({ login, attributes, requiredFactor, locked }: Account): Readonly<Record<string, unknown>> {
  return { ...attributes, login, required_factor: requiredFactor, locked };
}
