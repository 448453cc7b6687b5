import type { Language } from '../language.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';

interface CodeLimitsProperties {
  readonly language: Language;
  readonly triesLeft: number;
  readonly expiresInSec: number | undefined;
}

/** How many tries and how much time is left. The time's line waits, hidden, until the call was made. */
export function CodeLimits({ language, triesLeft, expiresInSec }: CodeLimitsProperties) {
  const { code } = textsIn(language);
  const left = expiresInSec === undefined ? undefined : Math.max(0, Math.floor(expiresInSec));
  return (
    <p class="limits" id="code-limits">
      <span data-tries={triesLeft}>{code.triesLeft(triesLeft)}</span>{' '}
      <span id="expiry" hidden={left === undefined}>
        <Filled text={code.expiresIn} parts={{ left: <Clock left={left} /> }} />
      </span>
    </p>
  );
}

/** 65 is "1:05". */
function Clock({ left }: { readonly left: number | undefined }) {
  const text = left === undefined ? '' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <span class="clock" data-left={left}>
      {text}
    </span>
  );
}
