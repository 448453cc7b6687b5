import { Type, type TSchema } from 'typebox';
import { FieldsInvalid } from './fields-invalid.ts';

const mostItems = 200;
const usualItems = 50;

/** Where a list goes on. Fields of the query of every route that answers with a page. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000, description: 'The `next` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostItems, default: usualItems, description: `How many; ${String(usualItems)} when left out.` })),
};

/** Some of a list, and where it goes on. */
export function Page<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()], { description: 'For `cursor`; null at the end.' }) });
}

export function limitOf({ limit }: { readonly limit?: number }): number {
  return limit ?? usualItems;
}

type Position = readonly (string | number)[];

/** Where a page ended, in a form that nobody takes apart. */
export function sealCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * @param kinds of the values in it, in order
 * @throws FieldsInvalid when it is none of ours
 */
export function openCursor(cursor: string | undefined, kinds: readonly ('string' | 'number')[]): Position | undefined {
  if (cursor === undefined) return undefined;
  const position = parsed(cursor);
  const fits = Array.isArray(position) && position.length === kinds.length && position.every((value, at) => typeof value === kinds[at] && !/[\0\p{Cs}]/u.test(String(value)));
  if (!fits) throw new FieldsInvalid([{ pointer: '/query/cursor', rule: 'cursor', expected: 'must be the `next` of an earlier answer' }]);
  return position as Position;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
