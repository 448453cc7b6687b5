import type { Sealer } from '@blitz/kernel';
import type { JsonObject } from '../json.ts';

/** What is kept of a call until it is over. */
export interface Memo {
  readonly requestId: string;
  /** Of the procedure: a call is ended by what began it. */
  readonly version: number;
  /** How the provider calls it. */
  readonly call: JsonObject;
}

const purpose = 'memo of a call';

/** Sealed, for a procedure may put anything in it (R14). */
export function sealMemo(sealer: Sealer, memo: Memo): string {
  return sealer.seal(JSON.stringify(memo), purpose);
}

/** @throws RangeError when it was altered */
export function openMemo(sealer: Sealer, memo: string): Memo {
  return JSON.parse(sealer.open(memo, purpose)) as Memo;
}
