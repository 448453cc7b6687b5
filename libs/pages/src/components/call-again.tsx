import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';
import { Form } from './form.tsx';
import { Until } from './moment.tsx';

interface CallAgainProperties {
  readonly frame: Frame;
  readonly action: string;
  /** Names this press: pressed twice, it still makes one call (R3). */
  readonly press: string;
  readonly waitSec: number;
  readonly quiet?: boolean;
  /** Too many calls were made: until then there is none, whatever this call does meanwhile. */
  readonly limited?: { readonly until: number; readonly now: number } | undefined;
}

/**
 * Another call (R16). The button is whole without scripts: pressed too early, the server says how long to wait. The script
 * holds it back and counts down.
 */
export function CallAgain({ frame, action, press, waitSec, quiet = false, limited }: CallAgainProperties) {
  const { code, offer, time } = textsIn(frame.language);
  const { callAgain, callAgainIn, callAgainAfter, callAgainWhen } = code;
  const guarded = limited === undefined ? 0 : (limited.until - limited.now) / 1000;
  const wait = Math.ceil(Math.max(waitSec, guarded));
  return (
    <Form frame={frame} action={action} hidden={[{ name: 'press', value: press }]} class="call-again">
      <button class={quiet ? 'button quiet' : 'button'} data-wait={Math.max(0, wait)} data-wait-text={callAgainIn('{left}')} data-limited={limited === undefined ? undefined : Math.ceil(guarded)}>
        {callAgain}
      </button>
      {limited === undefined ? null : (
        <p class="hint" data-when-free={offer.notices.waited}>
          <Filled text={callAgainWhen} parts={{ when: <Until language={frame.language} at={limited.until} now={limited.now} /> }} />
        </p>
      )}
      {wait <= 0 || limited !== undefined ? null : (
        <noscript>
          <p class="hint">
            <Filled text={callAgainAfter} parts={{ duration: time.duration(wait) }} />
          </p>
        </noscript>
      )}
    </Form>
  );
}
