import type { Texts } from './en.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** The best of our languages for an `Accept-Language` header; English for anything else, and for nonsense. */
export function preferredTexts(header: string | undefined): Texts {
  const weigh = (language: string): number => {
    const ranges = (header ?? '').split(',', 20).map((range) => /^\s*([a-z]{2})\b[^;]*(?:;\s*q=([0-9.]+))?\s*$/i.exec(range));
    return Math.max(0, ...ranges.map((range) => (range?.[1]?.toLowerCase() === language ? Number(range[2] ?? 1) || 0 : 0)));
  };
  return weigh('ru') > weigh('en') ? ru : en;
}
