import type { Language } from '../language.ts';
import { textsIn } from '../texts/texts.ts';

/** A masked number, which a screen reader would spell as a row of dots, with its ending in words. */
export function MaskedNumber({ language, number }: { readonly language: Language; readonly number: string }) {
  const ending = /[0-9][0-9 -]*$/.exec(number)?.[0];
  if (ending === undefined) return <b class="number">{number}</b>;
  return (
    <b class="number">
      <span aria-hidden="true">{number}</span>
      <span class="unseen">{textsIn(language).frame.numberEndsIn(ending)}</span>
    </b>
  );
}
