import type { Frame } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';
import { Filled } from './filled.tsx';
import { Form } from './form.tsx';

interface CallAgainProperties {
  readonly frame: Frame;
  readonly action: string;
  /** Names this press: pressed twice, it still makes one call (R3). */
  readonly press: string;
  readonly waitSec: number;
  readonly quiet?: boolean;
}

/**
 * Another call (R16). The button is whole without scripts: pressed too early, the server says how long to wait. The script
 * holds it back and counts down.
 */
export function CallAgain({ frame, action, press, waitSec, quiet = false }: CallAgainProperties) {
  const { callAgain, callAgainIn, callAgainAfter } = textsIn(frame.language).code;
  const wait = Math.ceil(waitSec);
  return (
    <Form frame={frame} action={action} hidden={[{ name: 'press', value: press }]} class="call-again">
      <button class={quiet ? 'button quiet' : 'button'} data-wait={Math.max(0, wait)} data-wait-text={callAgainIn('{left}')}>
        {callAgain}
      </button>
      {wait <= 0 ? null : (
        <noscript>
          <p class="hint">
            <Filled text={callAgainAfter} parts={{ duration: textsIn(frame.language).time.duration(wait) }} />
          </p>
        </noscript>
      )}
    </Form>
  );
}
