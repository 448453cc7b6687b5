import { HoconInvalid } from './hocon-invalid.ts';

export type Token =
  | { readonly kind: '{' | '}' | '[' | ']' | ',' | '=' | '+=' | 'newline' | 'end'; readonly line: number }
  | Written
  | { readonly kind: 'substitution'; readonly text: string; readonly optional: boolean; readonly line: number };

/** What keys and plain values are made of. */
export interface Written {
  readonly kind: 'space' | 'word' | 'string';
  readonly text: string;
  readonly line: number;
}

export const isWritten = (token: Token): token is Written =>
  token.kind === 'word' || token.kind === 'string' || token.kind === 'space';

const space = /[^\S\n]+/y;
const comment = /(?:#|\/\/)[^\n]*/y;
const threeQuotes = /"""([^]*?)"""(?!")/y;
const quoted = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const substitution = /\$\{(\??)([^{}\n]*)\}/y;
const number = /-?\d+(?:\.\d+)?[eE][+-]?\d+/y;
/** HOCON's unquoted text; `//` ends it, a single slash does not. */
const word = /(?:[^$"{}[\]:=,+#`^?!@*&\\/\s\p{Cc}]|\/(?!\/))+/uy;

/**
 * Cuts HOCON into tokens, because the library neither tells where a key stands nor can be given a text unseen.
 * @throws HoconInvalid at the first character that fits nowhere.
 */
export function tokensOf(text: string, file: string, firstLine = 1): readonly Token[] {
  const tokens: Token[] = [];
  let line = firstLine;
  for (let index = 0; index < text.length;) {
    const [token, length] = next(text, index, { file, line });
    if (token !== undefined) tokens.push(token);
    for (let at = index; at < index + length; at += 1) if (text[at] === '\n') line += 1;
    index += length;
  }
  tokens.push({ kind: 'end', line });
  return tokens;
}

type Cut = readonly [token: Token | undefined, length: number];

function next(text: string, index: number, at: { readonly file: string; readonly line: number }): Cut {
  const { line } = at;
  const char = text[index];
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    return pattern.exec(text);
  };
  if (char === '\n') return [{ kind: 'newline', line }, 1];
  if (char === '{' || char === '}' || char === '[' || char === ']' || char === ',') return [{ kind: char, line }, 1];
  if (char === '=' || char === ':') return [{ kind: '=', line }, 1];
  if (char === '+' && text[index + 1] === '=') return [{ kind: '+=', line }, 2];
  if (char === '"') return string(match(threeQuotes), text.startsWith('"""', index) ? null : match(quoted), at);
  const blank = match(space)?.[0];
  if (blank !== undefined) return [{ kind: 'space', text: blank, line }, blank.length];
  const remark = match(comment)?.[0];
  if (remark !== undefined) return [undefined, remark.length];
  const substituted = match(substitution);
  if (substituted !== null) {
    return [{ kind: 'substitution', text: substituted[2] ?? '', optional: substituted[1] === '?', line }, substituted[0].length];
  }
  const plain = match(number) ?? match(word);
  if (plain !== null) return [{ kind: 'word', text: plain[0], line }, plain[0].length];
  throw new HoconInvalid(
    at,
    char === '$' ? 'a substitution as ${path}, or quotation marks around the text' : 'quotation marks around this text',
  );
}

function string(
  long: RegExpExecArray | null,
  short: RegExpExecArray | null,
  at: { readonly file: string; readonly line: number },
): Cut {
  if (long !== null) return [{ kind: 'string', text: long[1] ?? '', line: at.line }, long[0].length];
  if (short === null) throw new HoconInvalid(at, 'a closing quotation mark');
  try {
    return [{ kind: 'string', text: String(JSON.parse(short[0])), line: at.line }, short[0].length];
  } catch {
    throw new HoconInvalid(at, 'a text with the escapes of JSON (\\\\ \\" \\n \\t \\uXXXX) between the quotation marks');
  }
}
