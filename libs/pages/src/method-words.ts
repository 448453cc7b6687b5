import type { Language } from './language.ts';
import type { Texts } from './texts/en.ts';
import { textsIn } from './texts/texts.ts';

export type NamedMethod = keyof Texts['methods']['names'];

/** What a method is called on the pages, to be offered as a `Method`. */
export function methodWords(language: Language, method: NamedMethod): { readonly name: string; readonly hint: string } {
  return textsIn(language).methods.names[method];
}
