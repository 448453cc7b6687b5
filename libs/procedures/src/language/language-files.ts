import { readFileSync } from 'node:fs';

/** The language's own folder, whether this file runs from `src/language` or from `dist/language`. */
const folder = new URL('../../language/', import.meta.url);

/** What a sandbox runs before the program: a script, see its own header. */
export function prelude(): string {
  return readFileSync(new URL('prelude.js', folder), 'utf8');
}

/** The types of the language: for the compiler, the console's editor and the documentation. */
export function declarations(): string {
  return readFileSync(new URL('procedure.d.ts', folder), 'utf8');
}
