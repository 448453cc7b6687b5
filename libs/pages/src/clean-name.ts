/** Controls, and marks that turn the direction of text around: with them a name could pose as another one. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** More accents on one letter than any script needs: they would climb over the lines around. */
const heapedMarks = /(\p{M}{4})\p{M}+/gu;
const longest = 60;
const segmenter = new Intl.Segmenter();

/** A name that others chose (an application's, a person's) as it may stand in a sentence of ours: printable, on one line, not endless. */
export function cleanName(name: string | undefined): string | undefined {
  const clean = (name ?? '').slice(0, 2000).replace(/\s+/g, ' ').replace(unprintable, '').replace(heapedMarks, '$1').trim();
  if (clean === '') return undefined;
  // Never fewer characters than letters; to count letters costs more than to draw the page.
  if (clean.length <= longest) return clean;
  const letters = lettersOf(clean);
  return letters.length <= longest ? clean : `${letters.slice(0, longest - 1).join('').trimEnd()}…`;
}

/** Letters as people count them: an accent or a family of emoji is not torn apart. */
function lettersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** @returns '' of an empty text */
export function firstLetterOf(text: string): string {
  return segmenter.segment(text).containing(0)?.segment ?? '';
}
