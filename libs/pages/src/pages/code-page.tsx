import { CallAgain } from '../components/call-again.tsx';
import { CallStateLine, type CallState, type LiveState } from '../components/call-state.tsx';
import { Cancel } from '../components/cancel.tsx';
import { CodeInput } from '../components/code-input.tsx';
import { CodeLimits } from '../components/code-limits.tsx';
import { Form } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { OtherMethods } from '../components/methods.tsx';
import { Note } from '../components/note.tsx';
import type { Frame, Method } from '../frame.ts';
import { textsIn } from '../texts/texts.ts';

export interface CodeModel {
  readonly frame: Frame;
  readonly action: string;
  readonly callAgainAction: string;
  /** Names the next press of "Call again" (R3). */
  readonly press: string;
  readonly cancelAction?: string;
  readonly maskedNumber: string;
  readonly codeLength: number;
  readonly state: CallState;
  readonly live?: LiveState;
  readonly triesLeft: number;
  /** Known once the call was made. */
  readonly expiresInSec?: number;
  readonly nextCallInSec: number;
  /** Too many calls were made; both moments by the server's clock. */
  readonly limited?: { readonly until: number; readonly now: number };
  readonly error?: 'wrong' | 'malformed' | 'not_yet' | 'superseded' | 'not_confirmed' | 'in_check';
  /** Server-sent events about this call. */
  readonly eventsUrl: string;
  readonly otherMethods: readonly Method[];
  readonly knownPrefix?: string;
}

/** What makes the other methods come forward. */
const strandings: ReadonlySet<LiveState> = new Set(['unreachable', 'busy', 'slow']);

/** Nobody answers by mistake what did not ring, and who did has been told. The script knows the same ones. */
const unanswerable: ReadonlySet<LiveState> = new Set(['answered', 'busy', 'unreachable']);

/** How often a page without scripts looks whether the call was made. */
const refreshSec = 5;

export function codePage(model: CodeModel): string {
  const { frame, state, live, codeLength, nextCallInSec, error, otherMethods } = model;
  const { code, methods } = textsIn(frame.language);
  const forward = model.limited !== undefined || nextCallInSec <= 0 || live !== undefined && strandings.has(live);
  return wholePage(
    <Page
      frame={frame}
      title={code.title(codeLength)}
      failed={error !== undefined}
      live
      {...(state === 'awaiting' && live !== 'checking' ? {} : { refreshSec })}
    >
      <Heading frame={frame} title={code.title(codeLength)} />
      <CallStateLine frame={frame} maskedNumber={model.maskedNumber} state={state} live={live} eventsUrl={model.eventsUrl} />
      <Entry {...model} />
      <section class="more" aria-label={code.noCallQuestion}>
        <p class="hint" id="by-mistake" hidden={live !== undefined && unanswerable.has(live)}>
          {code.answeredByMistake}
        </p>
        <CallAgain frame={frame} action={model.callAgainAction} press={model.press} waitSec={nextCallInSec} limited={model.limited} quiet />
      </section>
      <OtherMethods id="other-methods" heading={methods.other} forwardHeading={methods.putForward} forward={forward} methods={otherMethods} />
      <Cancel frame={frame} action={model.cancelAction} />
    </Page>,
  );
}

function Entry({ frame, action, codeLength, error, triesLeft, expiresInSec, knownPrefix }: CodeModel) {
  const { code } = textsIn(frame.language);
  return (
    <Form frame={frame} action={action} class="stack entry">
      {error === undefined ? null : (
        <Note id="failure" kind="error">
          {error === 'malformed' ? code.errors.malformed(codeLength) : code.errors[error]}
        </Note>
      )}
      <CodeInput
        language={frame.language}
        codeLength={codeLength}
        knownPrefix={knownPrefix}
        errorId={error === undefined ? undefined : 'failure'}
      />
      <CodeLimits language={frame.language} triesLeft={triesLeft} expiresInSec={expiresInSec} />
      <button class="button">{code.submit}</button>
    </Form>
  );
}
