import { readPhoneNumber, type Account } from '@blitz/accounts';
import type { FlashCallSettings } from './flash-call-settings.ts';

/** R15: the number to call, in E.164; undefined without a valid one in the chosen attribute. */
export function phoneOf(account: Account, settings: FlashCallSettings): string | undefined {
  const value = account.attributes[settings.phoneAttribute()];
  return value === undefined ? undefined : readPhoneNumber(value, settings.defaultCountry());
}
