import { isLanguage, type Language } from './language.ts';

export interface LanguageWishes {
  /** `?lang=`: what the person just chose. */
  readonly query?: unknown;
  /** What the person chose earlier. */
  readonly cookie?: unknown;
  /** `ui_locales` of the application's request: tags separated by spaces, the best first. */
  readonly uiLocales?: unknown;
  /** The browser's header, with weights (RFC 9110, 12.5.4). */
  readonly acceptLanguage?: unknown;
  readonly fallback: Language;
}

/** Headers come from strangers: beyond this, nobody's wishes are that many. */
const longestHeader = 1000;
const mostTags = 20;

/** The language for a page: the person's own choice, then the application's, then the browser's. Garbage counts as no wish. */
export function pickLanguage({ query, cookie, uiLocales, acceptLanguage, fallback }: LanguageWishes): Language {
  return spoken(query) ?? spoken(cookie) ?? firstSpoken(listed(uiLocales)) ?? firstSpoken(weighed(acceptLanguage)) ?? fallback;
}

/** `ru`, `RU`, `ru-RU`, `ru_RU`: what matters is the primary subtag. */
function spoken(tag: unknown): Language | undefined {
  if (typeof tag !== 'string' || tag.length > 35) return undefined;
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0];
  return isLanguage(primary) ? primary : undefined;
}

function firstSpoken(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    const language = spoken(tag);
    if (language !== undefined) return language;
  }
  return undefined;
}

function listed(tags: unknown): readonly string[] {
  if (Array.isArray(tags)) return tags.slice(0, mostTags).filter((tag) => typeof tag === 'string');
  return typeof tags === 'string' ? tags.slice(0, longestHeader).split(/\s+/).slice(0, mostTags) : [];
}

function weighed(header: unknown): readonly string[] {
  if (typeof header !== 'string') return [];
  return header
    .slice(0, longestHeader)
    .split(',')
    .slice(0, mostTags)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      return { tag, weight: weightOf(parameters) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.map((each) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(each)?.[1]).find((each) => each !== undefined);
  return given === undefined ? Number(parameters.length === 0) : Math.min(1, Number(given));
}
