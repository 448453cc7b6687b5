import { DomainError } from '@blitz/kernel';
import type { Attributes, RequiredFactor } from '../account/account.ts';
import { normaliseLogin } from '../account/normalise-login.ts';
import { argon2ParametersOf } from '../argon2/argon2-format.ts';
import { passwordLength, readNewPassword } from '../password/password-text.ts';
import type { ImportRemark } from './account-import.ts';

/** One row of a file, as far as it can be judged alone. */
export interface ImportRow {
  readonly line: number;
  readonly login: string;
  /** Those with a value. */
  readonly attributes: Attributes;
  readonly requiredFactor?: RequiredFactor;
  /** In its normal form. */
  readonly password?: string;
  readonly passwordHash?: string;
}

/** Checking a password must not cost more than a login may. */
const mostMemoryKib = 256 * 1024;
const mostPasses = 16;
const longestHash = 256;

/** @returns the row, or what is wrong with it */
export function readRow(names: readonly string[], cells: readonly string[], line: number): ImportRow | readonly ImportRemark[] {
  const faults: ImportRemark[] = [];
  const fault = (field: string, rule: string, expected: string): void => void faults.push({ line, field, kind: 'fault', rule, expected });
  if (cells.length !== names.length) {
    fault('', 'columns', `must have ${names.length} columns, and has ${cells.length}`);
    return faults;
  }
  const given = new Map(names.map((name, index) => [name, cells[index] ?? '']));
  const take = (name: string): string => {
    const value = given.get(name) ?? '';
    given.delete(name);
    return value;
  };
  const login = normaliseLogin(take('login'));
  if (login === undefined) fault('login', 'login', 'must be a printable text of 1–254 characters');
  const requiredFactor = take('required_factor').trim();
  if (!['', '1', '2'].includes(requiredFactor)) fault('required_factor', 'enum', 'must be 1, 2 or empty');
  const secrets = readSecrets(take('password'), take('password_hash').trim(), fault);
  if (login === undefined || faults.length > 0) return faults;
  const attributes = Object.fromEntries([...given].flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()] as const])));
  return { line, login, attributes, ...(requiredFactor === '' ? {} : { requiredFactor: requiredFactor === '1' ? 1 : 2 }), ...secrets };
}

type Fault = (field: string, rule: string, expected: string) => void;

function readSecrets(password: string, hash: string, fault: Fault): Pick<ImportRow, 'password' | 'passwordHash'> {
  if (password !== '' && hash !== '') fault('password', 'conflict', 'must be empty where password_hash is not');
  if (hash !== '') {
    if (!isBearable(hash)) fault('password_hash', 'password_hash', `must be an argon2id hash such as $argon2id$v=19$m=19456,t=2,p=1$…, with at most ${mostMemoryKib} KiB and ${mostPasses} passes`);
    return { passwordHash: hash };
  }
  if (password === '') return {};
  try {
    return { password: readNewPassword(password) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code } = error as DomainError;
    fault('password', code, `must have ${passwordLength.least}–${passwordLength.most} characters`);
    return {};
  }
}

function isBearable(hash: string): boolean {
  const parameters = hash.length > longestHash ? undefined : argon2ParametersOf(hash);
  if (parameters === undefined) return false;
  const { memory, passes, lanes } = parameters;
  return memory >= 8 * lanes && memory <= mostMemoryKib && passes >= 1 && passes <= mostPasses && lanes >= 1 && lanes <= 16;
}
