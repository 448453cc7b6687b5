import { randomBytes } from 'node:crypto';

export interface Argon2Parameters {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP and ASVS 5.0: 19 MiB, two passes, one lane. */
export const owaspParameters: Argon2Parameters = { memory: 19_456, passes: 2, lanes: 1 };

const saltBytes = 16;
const hashBytes = 32;
const format = /^\$argon2id\$v=19\$m=(\d{1,10}),t=(\d{1,10}),p=(\d{1,3})\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{16,}$/;

/** The parameters that a stored hash was made with; undefined for what is no argon2id hash. */
export function argon2ParametersOf(hash: string): Argon2Parameters | undefined {
  const [, memory, passes, lanes] = format.exec(hash) ?? [];
  if (memory === undefined || passes === undefined || lanes === undefined) return undefined;
  return { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
}

/** A well-formed hash of nothing anybody knows: checking it costs what a real one costs. */
export function dummyHash({ memory, passes, lanes }: Argon2Parameters): string {
  const unpadded = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${String(memory)},t=${String(passes)},p=${String(lanes)}$${unpadded(saltBytes)}$${unpadded(hashBytes)}`;
}
