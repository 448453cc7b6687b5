import type { EgressFault } from '@blitz/procedures';
import { errorCode } from './error-code.ts';
import type { Stage } from './passage.ts';
import { refusal } from './rules/refusal.ts';
import { ResponseTooLarge, ResponseUnreadable } from './response-text.ts';

export interface Break {
  readonly error: unknown;
  readonly stage: Stage;
  readonly timedOut: boolean;
  /** As it may stand in a message. */
  readonly host: string;
}

/** Says what happened by the stage, and why by the error's code alone: messages of errors can hold the request. */
export function whyBroken({ error, stage, timedOut, host }: Break): EgressFault {
  const code = errorCode(error);
  switch (stage) {
    case 'waiting':
      return refusal('unreachable', timedOut ? `no connection to ${host} in time` : `no connection to ${host}: ${code}`);
    case 'connected':
      if (timedOut) return refusal('timeout', `${host} did not finish the TLS handshake in time`);
      return refusal('tls_failed', `no trusted connection (TLS) to ${host}: ${code}`);
    case 'sent':
      return timedOut ? inDoubt('timeout', `${host} did not answer in time`) : brokenAnswer(error, code, host);
  }
}

function brokenAnswer(error: unknown, code: string, host: string): EgressFault {
  if (error instanceof ResponseTooLarge) return inDoubt('response_too_large', `${host} answered more than 256 KiB`);
  if (error instanceof ResponseUnreadable) return inDoubt('response_unreadable', `the answer of ${host}: ${error.message}`);
  if (code === 'HPE_HEADER_OVERFLOW') return inDoubt('response_too_large', `${host} answered more than 16 KiB of headers`);
  if (code.startsWith('HPE_')) return inDoubt('response_unreadable', `the answer of ${host} is not HTTP: ${code}`);
  return inDoubt('broken_off', `${host} broke off before its answer was whole: ${code}`);
}

function inDoubt(fault: EgressFault['fault'], message: string): EgressFault {
  return { kind: 'fault', fault, neverSent: false, message };
}
