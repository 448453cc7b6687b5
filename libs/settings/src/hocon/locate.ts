import type { Position } from './position.ts';
import type { Field, Value } from './syntax.ts';

interface Place {
  at: Position;
  readonly below: Map<string, Place>;
}

/** Tells where the value at a path was written last; for a path that stands nowhere, where the nearest block around it does. */
export class Places {
  readonly #root: Place;

  constructor(fields: readonly Field[], file: string) {
    this.#root = { at: { file, line: 1 }, below: new Map() };
    for (const field of fields) this.#field(field, this.#root);
  }

  of(path: readonly (string | number)[]): Position {
    let place = this.#root;
    for (const step of path) {
      const next = place.below.get(String(step));
      if (next === undefined) break;
      place = next;
    }
    return place.at;
  }

  has(path: readonly string[]): boolean {
    let place: Place | undefined = this.#root;
    for (const step of path) place = place?.below.get(step);
    return place !== undefined;
  }

  #field(field: Field, inside: Place): void {
    let place = inside;
    for (const step of field.path) place = enter(place, step, field.at);
    if (field.append) return;
    // Blocks merge with what stood here before; anything else replaces it.
    if (!field.value.some((part) => part.kind === 'object')) place.below.clear();
    this.#value(field.value, place);
  }

  #value(value: Value, place: Place): void {
    const [first, ...more] = value.filter((part) => part.kind !== 'space');
    for (const part of value) if (part.kind === 'object') for (const field of part.fields) this.#field(field, place);
    // Behind something substituted nobody knows yet how a list will count.
    if (first?.kind !== 'list' || more.some((part) => part.kind === 'object')) return;
    for (const [index, item] of first.items.entries()) this.#value(item.value, enter(place, String(index), item.at));
  }
}

function enter(place: Place, step: string, at: Position): Place {
  const next = place.below.get(step) ?? { at, below: new Map<string, Place>() };
  next.at = at;
  place.below.set(step, next);
  return next;
}
