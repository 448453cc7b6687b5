import type { EntryPoint } from './program.ts';

/** `line` and `column` count from 1, in the administrator's own source. */
export interface SourceProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Compiled {
  readonly javascript: string;
  readonly entryPoints: readonly EntryPoint[];
  /** Each name that `secrets.get` is asked for, and where. */
  readonly secrets: readonly { readonly name: string; readonly line: number; readonly column: number }[];
  /** Hosts of the addresses that stand in the source as texts, and where. An address made at run time is judged then. */
  readonly hosts: readonly { readonly host: string; readonly line: number; readonly column: number }[];
}

/** Reads what an administrator wrote: strict TypeScript against the types of the language. */
export abstract class Compiler {
  /** @returns all problems, in the order of their lines, or the program. Never throws, whatever the source is. */
  abstract compile(source: string): Promise<{ readonly compiled: Compiled } | { readonly problems: readonly SourceProblem[] }>;
}
