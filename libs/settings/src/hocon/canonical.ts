import type { Places } from './locate.ts';
import type { Position } from './position.ts';
import type { Field, Part, Value } from './syntax.ts';

const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/**
 * Writes parsed HOCON down again in a shape in which the library can do nothing but merge, join and substitute: no includes
 * (it opens network addresses and runs `.js` files), no `|` (it evaluates expressions), and stand-ins for all keys and
 * values, because a key like `__proto__` reaches its prototypes, 0.000001 is no number to it, and its messages quote values,
 * which may be secrets.
 */
export class Canonical {
  readonly text: string;
  readonly #lines: string[] = [];
  readonly #origins: Position[] = [];
  readonly #originals: { readonly text: string; readonly bare: boolean }[] = [];
  readonly #keys = new Map<string, string>();

  constructor(
    fields: readonly Field[],
    readonly places: Places,
  ) {
    this.#flat(fields, []);
    this.text = this.#lines.join('\n');
  }

  /** Where the text that stands in this line of `text` came from. */
  origin(line: number): Position | undefined {
    return this.#origins[line - 1];
  }

  /** Puts the real keys and texts back; objects come without prototype, so that no key can pretend to be a method. */
  restore(value: unknown): unknown {
    if (typeof value === 'string') return this.#restoreText(value);
    if (Array.isArray(value)) return value.map((each) => this.restore(each));
    if (typeof value !== 'object' || value === null) return value;
    const restored = Object.create(null) as Record<string, unknown>;
    for (const [key, inner] of Object.entries(value)) restored[this.#inWords(key)] = this.restore(inner);
    return restored;
  }

  /**
   * Blocks are written out flat, `"a"."b" : 1`, each key from the root: inside a block that is still open the library finds
   * nothing that the same block said before, and `+=` would begin a list anew.
   */
  #flat(fields: readonly Field[], inside: readonly string[]): void {
    for (const field of fields) {
      const path = [...inside, ...field.path];
      const blocks = field.value.flatMap((part) => (part.kind === 'object' ? [part.fields] : []));
      const only = blocks.length > 0 && field.value.every((part) => part.kind === 'object' || part.kind === 'space');
      if (only && !field.append) {
        this.#line(field.at, `${this.#path(path)} : {}`);
        for (const block of blocks) this.#flat(block, path);
      } else this.#field(field, path, path);
    }
  }

  #nested(fields: readonly Field[], inside: readonly string[]): void {
    for (const field of fields) this.#field(field, field.path, [...inside, ...field.path]);
  }

  #field(field: Field, key: readonly string[], path: readonly string[]): void {
    this.#line(field.at, `${this.#path(key)} : `);
    if (field.append) this.#write(`\${?${this.#path(path)}} [`);
    this.#value(field.value, path, field.at);
    if (field.append) this.#write(']');
  }

  #value(value: Value, path: readonly string[], at: Position): void {
    const texts = value.map((part) => ('text' in part ? part.text : undefined));
    if (texts.includes(undefined)) {
      for (const part of value) this.#part(part, path, at);
      return;
    }
    const text = texts.join('');
    const bare = value.every((part) => part.kind !== 'string') && literal.test(text);
    this.#write(this.#standIn(text, bare));
  }

  #part(part: Part, path: readonly string[], at: Position): void {
    switch (part.kind) {
      case 'space':
        this.#write(' ');
        break;
      case 'word':
      case 'string':
        this.#write(this.#standIn(part.text));
        break;
      case 'substitution': {
        // A file included inside a block means its own keys first, then the whole file's.
        const own = [...part.base, ...part.path];
        this.#write(`\${${part.optional ? '?' : ''}${this.#path(this.places.has(own) ? own : part.path)}}`);
        break;
      }
      case 'object':
        this.#write('{');
        this.#nested(part.fields, path);
        this.#line(at, '}');
        break;
      case 'list':
        this.#write('[');
        part.items.forEach((item, index) => {
          this.#line(item.at, '');
          this.#value(item.value, [...path, String(index)], item.at);
          this.#write(',');
        });
        this.#line(at, ']');
    }
  }

  #path(path: readonly string[]): string {
    return path.map((key) => this.#key(key)).join('.');
  }

  #key(key: string): string {
    const known = this.#keys.get(key) ?? this.#standIn(key);
    this.#keys.set(key, known);
    return known;
  }

  #standIn(text: string, bare = false): string {
    this.#originals.push({ text, bare });
    return `"<${String(this.#originals.length - 1)}>"`;
  }

  /** A bare `4` is a number if it stands alone, and a text if it was joined with others. */
  #restoreText(value: string): unknown {
    const alone = this.#originals[Number(/^<(\d+)>$/.exec(value)?.[1] ?? -1)];
    return alone?.bare === true ? (JSON.parse(alone.text) as unknown) : this.#inWords(value);
  }

  #inWords(value: string): string {
    return value.replace(/<(\d+)>/g, (_, index: string) => this.#originals[Number(index)]?.text ?? '');
  }

  #line(origin: Position, text: string): void {
    this.#lines.push(text);
    this.#origins.push(origin);
  }

  #write(text: string): void {
    const last = this.#lines.length - 1;
    this.#lines[last] = (this.#lines[last] ?? '') + text;
  }
}
