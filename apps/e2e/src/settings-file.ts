import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './node-process.ts';

/** Settings of the incoming call, by their keys in blitz.conf. */
export type CallSettings = Readonly<Record<string, number>>;

/** The repository's blitz.conf with some numbers changed, as an operator would: an include, and what differs. */
export async function writeSettings(folder: string, call: CallSettings): Promise<string> {
  const file = join(folder, 'blitz.conf');
  const lines = Object.entries(call).map(([key, value]) => `  "${key}" : ${String(value)}`);
  const block = '"blitz" : { "prod" : { "local" : { "idp" : { "login" : { "methods" : { "flashCall" : { "profiles" : { "2" : {';
  await writeFile(file, `include "${inRoot('blitz.conf')}"\n${block}\n${lines.join('\n')}\n} } } } } } } } }\n`);
  return file;
}
