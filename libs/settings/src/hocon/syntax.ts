import type { Position } from './position.ts';

/** A HOCON file as it was written: nothing merged or substituted yet, every key with its place. */
export interface Field {
  readonly path: readonly string[];
  readonly append: boolean;
  readonly at: Position;
  readonly value: Value;
}

/** What stands after a key: parts that HOCON joins into one value. */
export type Value = readonly Part[];

export type Part =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'space'; readonly text: string }
  | {
      readonly kind: 'substitution';
      readonly path: readonly string[];
      readonly optional: boolean;
      readonly base: readonly string[];
    }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

export interface Item {
  readonly at: Position;
  readonly value: Value;
}
