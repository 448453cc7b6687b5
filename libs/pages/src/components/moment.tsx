import type { Language } from '../language.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';

interface Times {
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly now: number;
}

/**
 * A time of the day. We don't know where the person is, so it is said in UTC; the script says it in local time, and for that
 * both wordings travel along.
 */
export function Moment({ language, at, now }: Times) {
  const { today, anotherDay } = textsIn(language).time;
  const moment = new Date(at);
  const sameDay = moment.toISOString().slice(0, 10) === new Date(now).toISOString().slice(0, 10);
  const part = (options: Intl.DateTimeFormatOptions) => moment.toLocaleString(locale(language), { ...options, timeZone: 'UTC' });
  const clock = `${part({ hour: '2-digit', minute: '2-digit' })} UTC`;
  const text = (sameDay ? today : anotherDay).replace('{day}', part({ day: 'numeric', month: 'long' })).replace('{clock}', clock);
  return (
    <time datetime={moment.toISOString()} data-today={today} data-another-day={anotherDay}>
      {text}
    </time>
  );
}

/** "in 15 minutes (at 14:05 UTC)" */
export function Until({ language, at, now }: Times) {
  const { duration, inAndAt } = textsIn(language).time;
  return (
    <Filled
      text={inAndAt}
      parts={{ duration: duration((at - now) / 1000), moment: <Moment language={language} at={at} now={now} /> }}
    />
  );
}

/** English with a 24-hour clock and the day first, as most of its readers outside the United States expect. */
function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
