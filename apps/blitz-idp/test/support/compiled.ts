import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '@blitz/kernel';
import type { Compiled } from '@blitz/procedures';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';

const folder = fileURLToPath(new URL('../../../../node_modules/.cache/blitz-specs/procedures/', import.meta.url));

/** What the compiler makes of a source. Kept on disk: thirty spec files need the same one, and each would wait a second for it. */
export async function compiled(source: string): Promise<Compiled> {
  const file = join(folder, `${createHash('sha256').update(source).digest('hex')}.json`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Compiled;
  const compiler = new TypeScriptCompiler();
  const answer = await compiler.compile(source);
  await compiler.close();
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  await mkdir(folder, { recursive: true });
  const fresh = `${file}.${newId()}`;
  await writeFile(fresh, JSON.stringify(answer.compiled));
  await rename(fresh, file);
  return answer.compiled;
}
