import type { Position } from './position.ts';

/** The text is no HOCON, or HOCON we don't accept. `expected` is a sentence for a person and holds nothing of the text. */
export class HoconInvalid extends Error {
  constructor(
    readonly at: Position,
    readonly expected: string,
    /** What the problem is about, if not the whole file: `include`, a key, a substitution. */
    readonly about = '',
  ) {
    super(`${at.file}:${String(at.line)} expected ${expected}`);
    this.name = 'HoconInvalid';
  }
}
