import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../node-process.ts';

/** Settings of the incoming call or its guards, by their keys in blitz.conf. */
export type CallSettings = Readonly<Record<string, number>>;

/** The repository's blitz.conf with some numbers changed, as an operator would: an include, and what differs. */
export async function writeSettings(folder: string, call: CallSettings, guards: CallSettings): Promise<string> {
  const file = join(folder, 'blitz.conf');
  const lines = linesOf(call);
  const login = '"blitz" : { "prod" : { "local" : { "idp" : { "login" : {';
  // An account's own level can only be the stricter one; here are people whose password is enough.
  const level = '  "required-factor" : 1';
  // Everybody here has one address, and nobody waits ten minutes to be called again.
  const limits = linesOf({ 'number-calls': 0, 'prefix-calls': 0, 'address-calls': 0, ...guards });
  const block = ['  "methods" : { "flashCall" : {', '  "guards" : {', ...limits, '  }', '  "profiles" : { "2" : {'];
  await writeFile(file, [`include "${inRoot('blitz.conf')}"`, login, level, ...block, ...lines, '} } } } } } } } }', ''].join('\n'));
  return file;
}

/**
 * The file of an installation that begins: passwords, and nothing to confirm a login with until the operator lists it, as the
 * vendor's guide has it.
 */
export async function writeBeginning(folder: string, second: readonly string[] = []): Promise<string> {
  const file = join(folder, 'blitz.conf');
  const entries = second.map((method) => `{ "enabled" : false, "method" : "${method}" }`).join(', ');
  const factors = `  "factors" : [ [ { "enabled" : true, "method" : "password" } ], [ ${entries} ] ]`;
  const guards = ['  "methods" : { "flashCall" : { "guards" : {', ...linesOf({ 'number-calls': 0, 'prefix-calls': 0, 'address-calls': 0 }), '  } } }'];
  const login = '"blitz" : { "prod" : { "local" : { "idp" : { "login" : {';
  await writeFile(file, [`include "${inRoot('blitz.conf')}"`, login, '  "required-factor" : 1', factors, ...guards, '} } } } }', ''].join('\n'));
  return file;
}

const linesOf = (settings: CallSettings): readonly string[] => Object.entries(settings).map(([key, value]) => `    "${key}" : ${String(value)}`);
