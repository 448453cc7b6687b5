import type { Frame } from '../frame.ts';
import { ownPath } from '../safe-href.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';
import { RingingIcon } from './icons.tsx';
import { MaskedNumber } from './masked-number.tsx';

export type CallState = 'queued' | 'dialling' | 'awaiting';
/** What the telephone network tells about the call, if it does; that it has told nothing for longer than usual; that it is asked. */
export type LiveState = 'ringing' | 'busy' | 'unreachable' | 'answered' | 'slow' | 'checking';

interface CallStateProperties {
  readonly frame: Frame;
  readonly maskedNumber: string;
  readonly state: CallState;
  readonly live: LiveState | undefined;
  readonly eventsUrl: string;
}

/** How the call is getting on. The script changes the state and its words as the server's events come; all words travel along. */
export function CallStateLine({ frame, maskedNumber, state, live, eventsUrl }: CallStateProperties) {
  const { live: texts, yourPhone } = textsIn(frame.language).code;
  const shown = live ?? state;
  return (
    <div
      class="call"
      id="call"
      data-state={shown}
      data-made={state === 'awaiting' ? '' : undefined}
      data-events={eventsUrl}
      data-page={ownPath(frame.path)}
      data-texts={JSON.stringify(texts)}
    >
      <span class="call-icon">
        <RingingIcon />
      </span>
      <div>
        <p class="whose">
          <Filled text={yourPhone} parts={{ number: <MaskedNumber language={frame.language} number={maskedNumber} /> }} />
        </p>
        <p role="status" id="call-text">
          {texts[shown]}
        </p>
      </div>
    </div>
  );
}
