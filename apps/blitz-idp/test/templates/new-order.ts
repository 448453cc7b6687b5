import type { JsonObject } from '@blitz/procedures';

let phones = 0;
/** Each call has a phone of its own, and a request of its own. */
export function newOrder(codeLength: number): JsonObject & { readonly phone_number: string; readonly code: string; readonly request_id: string } {
  phones += 1;
  return {
    phone_number: `+7916${String(phones).padStart(7, '0')}`,
    code_length: codeLength,
    // It begins with a zero: what loses it is found.
    code: '0735192648'.slice(0, codeLength),
    random: 0.6,
    request_id: `request-${phones}`,
    locale: 'en',
    ip: '198.51.100.7',
    callback_url: '',
  };
}
