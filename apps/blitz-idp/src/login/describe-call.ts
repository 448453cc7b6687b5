import type { CallLimits, CallView } from '@blitz/factors';

/** The call's state for headless clients, after the manner of the vendor's answers. */
export function describeCall(view: CallView, limits: CallLimits, contact: string, now: number): Record<string, unknown> {
  const common = { contact, code_length: limits.codeLength };
  switch (view.kind) {
    case 'offered':
      return { inquire: 'ask_to_flash_call', ...common, press: view.press, retry_after: view.nextCallInSec };
    case 'open':
      return {
        inquire: 'enter_flash_call_code',
        ...common,
        state: view.state,
        ...(view.ring === undefined ? {} : { ring: view.ring }),
        remain_attempts: view.triesLeft,
        ...(view.expiresInSec === undefined ? {} : { ttl: view.expiresInSec }),
        press: view.press,
        retry_after: view.nextCallInSec,
      };
    case 'closed':
      return {
        inquire: 'ask_to_flash_call',
        ...common,
        state: 'closed',
        because: view.because,
        press: view.press,
        retry_after: view.nextCallInSec,
      };
    case 'blocked':
      return {
        inquire: 'choose_one',
        items: [],
        errors: [{ code: 'no_attempts' }],
        blocked_until: view.until,
        retry_after: Math.max(1, Math.ceil((view.until - now) / 1000)),
      };
    case 'confirmed':
      return { inquire: 'ask_to_flash_call', ...common, state: 'confirmed' };
  }
}
