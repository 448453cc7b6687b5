import { useLanguage } from '../../words/language-context.tsx';
import { useWords } from '../../words/use-words.ts';
import { useNow } from './now.ts';
import { absolute, relative } from './relative.ts';

/** A moment: how long ago it was, and when exactly on hovering. `exact` shows both. */
export function Moment({ at, exact = false }: { readonly at: string | number | null | undefined; readonly exact?: boolean }) {
  const { language } = useLanguage();
  const words = useWords();
  const now = useNow();
  const ms = typeof at === 'string' ? Date.parse(at) : at;
  if (ms === null || ms === undefined || Number.isNaN(ms)) return <span>{words.none}</span>;
  const when = absolute(ms, language);
  const ago = relative(ms, now, language);
  return <time dateTime={new Date(ms).toISOString()} title={when}>{ago === undefined ? when : exact ? `${when} (${ago})` : ago}</time>;
}
