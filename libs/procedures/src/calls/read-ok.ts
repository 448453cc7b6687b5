import type { Proof } from '@blitz/factors';
import type { Json, JsonObject } from '../json.ts';
import type { EntryPoint } from '../program.ts';

const longestNumber = 64;

/** What `Ok` of `run` says: who knows the code, and how the provider calls this call. */
export interface FitOk {
  readonly proof: Proof;
  readonly call: JsonObject;
}

export type Ok = FitOk | { readonly unfit: string };

export function readOk(value: JsonObject, entryPoints: readonly EntryPoint[]): Ok {
  const { code, check, call = {} } = value;
  if (code !== undefined && check !== undefined) return { unfit: 'Ok holds both code and check' };
  if (check !== undefined) {
    if (!isObject(check)) return { unfit: 'check in Ok is no object' };
    if (!entryPoints.includes('check')) return { unfit: 'Ok holds check, but there is no method check' };
    return { proof: { kind: 'provider' }, call: check };
  }
  if (typeof code !== 'string' || code.length > longestNumber) return { unfit: 'code in Ok is no text' };
  if (!isObject(call)) return { unfit: 'call in Ok is no object' };
  return { proof: { kind: 'caller_number', callerNumber: code }, call };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
