/**
 * The doors of a procedure. `run` makes the call and has to be there. `check` asks a provider that keeps the code to itself,
 * `status` reads what a provider tells about a call by itself, and `hangUp` ends one.
 */
export const entryPoints = ['run', 'check', 'status', 'hangUp'] as const;
export type EntryPoint = (typeof entryPoints)[number];

/** A procedure as the sandbox runs it: made by the compiler from the administrator's source, line for line and column for column. */
export interface Program {
  /** Names one version of one procedure, or one draft; what a sandbox keeps of it is found again by this name. */
  readonly id: string;
  /** An ES module with a default export. Lines and columns are those of the source. */
  readonly javascript: string;
  readonly entryPoints: readonly EntryPoint[];
  /** The names that it asks `secrets.get` for. */
  readonly secrets: readonly string[];
}
