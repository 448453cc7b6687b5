import type { Language } from '../language.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';
import { Until } from './moment.tsx';

interface LimitedProperties {
  readonly language: Language;
  /** Both in milliseconds since the epoch, by the server's clock. */
  readonly until: number;
  readonly now: number;
}

/** Too many calls, and when there may be another. By what they are counted is nobody's business. */
export function Limited({ language, until, now }: LimitedProperties) {
  const { limited, waited } = textsIn(language).offer.notices;
  return (
    <span data-when-free={waited}>
      <Filled text={limited} parts={{ when: <Until language={language} at={until} now={now} /> }} />
    </span>
  );
}
