import { randomInt } from 'node:crypto';
import type { CallOrder } from '@blitz/factors';
import { accountOf } from '@blitz/factors';
import type { JsonObject } from '../json.ts';

const fine = 2 ** 40;

/** What a procedure's `run` is told. Code and `random` are drawn for this call, so that the procedure itself can be a pure function. */
export function firstWords(order: CallOrder, callbackUrl: string): JsonObject & { readonly code: string } {
  const { phoneNumber, codeLength, requestId, locale, address } = order;
  return {
    phone_number: phoneNumber,
    code_length: codeLength,
    code: Array.from({ length: codeLength }, () => String(randomInt(10))).join(''),
    random: randomInt(fine) / fine,
    request_id: withoutAccount(requestId),
    locale,
    ip: address,
    callback_url: callbackUrl,
  };
}

/** A challenge's name begins with its account, which is nobody else's business. */
export function withoutAccount(requestId: string): string {
  return requestId.slice((accountOf(requestId)?.length ?? -1) + 1);
}
