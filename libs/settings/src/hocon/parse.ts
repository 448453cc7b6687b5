import { HoconInvalid } from './hocon-invalid.ts';
import { keyPath } from './key-path.ts';
import type { Field, Item, Part, Value } from './syntax.ts';
import { isWritten, tokensOf } from './tokens.ts';
import type { Token, Written } from './tokens.ts';

/** Answers the fields of an included file, or throws HoconInvalid. */
export type Include = (name: string, line: number, base: readonly string[]) => readonly Field[];

const deepest = 100;
const tooDeep = `no more than ${String(deepest)} blocks inside each other`;

/** @throws HoconInvalid at the first place that is not HOCON. */
export function parseHocon(text: string, file: string, base: readonly string[], include: Include): readonly Field[] {
  return new Parser(tokensOf(text, file), file, base, include).root();
}

class Parser {
  #index = 0;
  #depth = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly file: string,
    readonly base: readonly string[],
    readonly include: Include,
  ) {}

  root(): readonly Field[] {
    this.#skip('newline');
    if (this.#peek().kind === '[') throw this.#wrong('keys and values, not a list');
    const braced = this.#peek().kind === '{';
    if (braced) this.#take();
    const fields = this.#fields(braced ? '}' : 'end', this.base);
    this.#skip('newline');
    if (this.#peek().kind !== 'end') throw this.#wrong('nothing after the last closing brace');
    return fields;
  }

  #fields(closing: '}' | 'end', inside: readonly string[]): readonly Field[] {
    const opened = this.#peek().line;
    const fields: Field[] = [];
    for (let separated = true; ;) {
      this.#skip('newline');
      const token = this.#peek();
      if (token.kind === closing) break;
      if (token.kind === 'end') throw this.#wrong(`a closing brace for the block near line ${String(opened)}`);
      if (!separated) throw this.#wrong('a comma or a new line before the next key');
      fields.push(...(this.#atInclude() ? this.#included(inside) : [this.#field(inside)]));
      separated = this.#separator();
    }
    if (closing === '}') this.#take();
    return fields;
  }

  #field(inside: readonly string[]): Field {
    const { line } = this.#peek();
    const written: Written[] = [];
    for (let token = this.#peek(); isWritten(token); token = this.#peek()) {
      written.push(token);
      this.#take();
    }
    if (written.length === 0) throw this.#wrong('a key');
    const path = keyPath(written);
    if (path === undefined) throw this.#wrong('a key without empty steps between its dots', line);
    if (inside.length + path.length > deepest) throw this.#wrong(tooDeep, line);
    this.#skip('newline');
    const { kind } = this.#peek();
    if (kind !== '=' && kind !== '+=' && kind !== '{') throw this.#wrong('`=`, `:` or `{` after the key', line);
    if (kind !== '{') this.#take();
    this.#skip('newline');
    const value = this.#value([...inside, ...path]);
    return { path, append: kind === '+=', at: { file: this.file, line }, value };
  }

  #value(path: readonly string[]): Value {
    const { line } = this.#peek();
    const parts: Part[] = [];
    for (;;) {
      const token = this.#peek();
      if (token.kind === '{') parts.push(this.#nested(() => ({ kind: 'object', fields: this.#fields('}', path) })));
      else if (token.kind === '[') parts.push(this.#nested(() => ({ kind: 'list', items: this.#items(path) })));
      else if (isWritten(token)) parts.push(this.#text(token));
      else if (token.kind === 'substitution') parts.push(this.#substitution(token));
      else if (token.kind === '=' || token.kind === '+=')
        throw this.#wrong('quotation marks around a value with `=`, `:` or `+=`');
      else break;
    }
    while (parts.at(-1)?.kind === 'space') parts.pop();
    if (parts.length === 0) throw this.#wrong('a value', line);
    return parts;
  }

  #items(path: readonly string[]): readonly Item[] {
    const opened = this.#peek().line;
    const items: Item[] = [];
    for (let separated = true; ;) {
      this.#skip('newline');
      const token = this.#peek();
      if (token.kind === ']') break;
      if (token.kind === 'end') throw this.#wrong(`a closing bracket for the list near line ${String(opened)}`);
      if (!separated) throw this.#wrong('a comma or a new line before the next element');
      items.push({ at: { file: this.file, line: token.line }, value: this.#value([...path, String(items.length)]) });
      separated = this.#separator();
    }
    this.#take();
    return items;
  }

  #nested(read: () => Part): Part {
    this.#take();
    this.#depth += 1;
    if (this.#depth > deepest) throw this.#wrong(tooDeep);
    const part = read();
    this.#depth -= 1;
    return part;
  }

  #text(token: Written): Part {
    this.#take();
    return { kind: token.kind, text: token.text };
  }

  #substitution(token: Extract<Token, { kind: 'substitution' }>): Part {
    const written = tokensOf(token.text, this.file, token.line).slice(0, -1);
    const path = written.every(isWritten) ? keyPath(written) : undefined;
    if (path === undefined || path.length > deepest) throw this.#wrong('a path between ${ and }');
    this.#take();
    return { kind: 'substitution', path, optional: token.optional, base: this.base };
  }

  /** Like the typesafe library: an unquoted `include` where a key starts is always a directive. */
  #atInclude(): boolean {
    const token = this.#peek();
    return token.kind === 'word' && token.text === 'include';
  }

  #included(inside: readonly string[]): readonly Field[] {
    const { line } = this.#take();
    this.#skip();
    const before = this.#peek().kind === 'word' ? this.#take() : undefined;
    if (before !== undefined) this.#skip();
    const name = this.#take();
    if (before !== undefined) this.#skip();
    const after = before === undefined ? undefined : this.#take();
    const form = [before, after].map((token) => (token?.kind === 'word' ? token.text : '')).join('');
    if (/^(?:required\()?(?:url|classpath|package)\(/.test(form)) {
      throw this.#wrong('a file: `include "name.conf"`; addresses and class paths are not followed', line, 'include');
    }
    if (name.kind !== 'string' || !['', 'file()', 'required()', 'required(file())'].includes(form)) {
      throw this.#wrong(
        'a file name in quotation marks after `include` (a key of that name needs quotation marks itself)',
        line,
        'include',
      );
    }
    return this.include(name.text, line, inside);
  }

  /** A new line or one comma between neighbours; tells whether there was any. */
  #separator(): boolean {
    const newline = this.#skip('newline');
    if (this.#peek().kind !== ',') return newline;
    this.#take();
    this.#skip('newline');
    if (this.#peek().kind === ',') throw this.#wrong('something between two commas');
    return true;
  }

  #skip(also?: 'newline'): boolean {
    let newline = false;
    for (let { kind } = this.#peek(); kind === 'space' || kind === also; { kind } = this.#peek()) {
      newline ||= kind === 'newline';
      this.#take();
    }
    return newline;
  }

  #peek(): Token {
    return this.tokens[this.#index] ?? { kind: 'end', line: 1 };
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  #wrong(expected: string, line = this.#peek().line, about = ''): HoconInvalid {
    return new HoconInvalid({ file: this.file, line }, expected, about);
  }
}
