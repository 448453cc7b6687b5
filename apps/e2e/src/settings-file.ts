import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './node-process.ts';

/** Settings of the incoming call, by their keys in blitz.conf. */
export type CallSettings = Readonly<Record<string, number>>;

/** The repository's blitz.conf with some numbers changed, as an operator would: an include, and what differs. */
export async function writeSettings(folder: string, call: CallSettings): Promise<string> {
  const file = join(folder, 'blitz.conf');
  const lines = Object.entries(call).map(([key, value]) => `  "${key}" : ${String(value)}`);
  const login = '"blitz" : { "prod" : { "local" : { "idp" : { "login" : {';
  // An account's own level can only be the stricter one; here are people whose password is enough.
  const level = '  "required-factor" : 1';
  // Everybody here has one address, and nobody waits ten minutes to be called again.
  const guards = ['number', 'prefix', 'address'].map((each) => `    "${each}-calls" : 0`);
  const block = ['  "methods" : { "flashCall" : {', '  "guards" : {', ...guards, '  }', '  "profiles" : { "2" : {'];
  await writeFile(file, [`include "${inRoot('blitz.conf')}"`, login, level, ...block, ...lines, '} } } } } } } } }', ''].join('\n'));
  return file;
}
