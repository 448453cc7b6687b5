import { useLanguage } from '../../words/language-context.tsx';
import type { Overview } from './call-data.ts';
import classes from './calls.module.css';
import { useCallsWords } from './words.ts';

/** The figures of the time that is looked at. */
export function NumberCards({ overview: { totals, time_to_code: time } }: { readonly overview: Overview }) {
  const { cards, seconds } = useCallsWords();
  const { language } = useLanguage();
  const number = (value: number): string => value.toLocaleString(language);
  const sec = (ms: number): string => seconds((ms / 1000).toLocaleString(language, { maximumFractionDigits: 1 }));
  const share = totals.placed === 0 ? undefined : cards.share((totals.completed / totals.placed).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 }));
  const all: readonly (readonly [string, string, (string | undefined)?])[] = [
    [cards.asked, number(totals.asked)],
    [cards.placed, number(totals.placed)],
    [cards.completed, number(totals.completed), share],
    ...(time === null ? [] : [[cards.time, sec(time.mean_ms), cards.half(sec(time.p50_ms), sec(time.p90_ms))] as const]),
    [cards.failed, number(totals.failed)],
    [cards.refused, number(totals.refused)],
    [cards.wrong, number(totals.wrong_entries)],
    [cards.blocks, number(totals.blocks_begun)],
  ];
  return (
    <dl className={classes['cards']}>
      {all.map(([title, value, note]) => (
        <div key={title} className={classes['card']}>
          <dt>{title}</dt>
          <dd className={classes['number']}>{value}</dd>
          {note !== undefined && <dd className={classes['note']}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
