import { Cancel } from '../components/cancel.tsx';
import { CallPreview } from '../components/call-preview.tsx';
import { Filled } from '../components/filled.tsx';
import { Form } from '../components/form.tsx';
import { Heading } from '../components/heading.tsx';
import { KeypadIcon, PhoneIcon, SilenceIcon } from '../components/icons.tsx';
import { Page, wholePage } from '../components/layout.tsx';
import { MaskedNumber } from '../components/masked-number.tsx';
import { OtherMethods } from '../components/methods.tsx';
import { Moment, Until } from '../components/moment.tsx';
import { Note } from '../components/note.tsx';
import type { Frame, Method } from '../frame.ts';
import { safeHref } from '../safe-href.ts';
import { textsIn } from '../texts/texts.ts';

export interface CallOfferModel {
  readonly frame: Frame;
  readonly action: string;
  /** Names this press: pressed twice, it still makes one call (R3). */
  readonly press: string;
  readonly maskedNumber: string;
  readonly codeLength: number;
  /**
   * `waiting`: asked too early (R16). `superseded`: a newer call of another login replaced this one's (R11). `limited`: too many
   * calls were made; both moments by the server's clock.
   */
  readonly notice?:
    | { readonly kind: 'waiting'; readonly waitSec: number }
    | { readonly kind: 'superseded' }
    | { readonly kind: 'limited'; readonly until: number; readonly now: number };
  /** Calls and entries that the account still has; said when they are getting few. */
  readonly budgetLeft?: number;
  /** The password was right and the second factor was not, at an earlier time: it may have been somebody else. */
  readonly passwordUsed?: { readonly at: number; readonly now: number; readonly notMeHref?: string };
  readonly otherMethods: readonly Method[];
  readonly cancelAction?: string;
}

const fewLeft = 4;

/** R2: asks for permission; nothing rings before the button is pressed. */
export function callOfferPage(model: CallOfferModel): string {
  const { frame, action, press, budgetLeft, otherMethods, notice } = model;
  const { offer, methods } = textsIn(frame.language);
  const limited = notice?.kind === 'limited';
  return wholePage(
    <Page frame={frame} title={offer.title}>
      <Heading frame={frame} title={offer.title} />
      {notice === undefined ? null : <Notice frame={frame} notice={notice} />}
      <PasswordUsed {...model} />
      <CallPreview language={frame.language} codeLength={model.codeLength} />
      <Steps {...model} />
      <Form frame={frame} action={action} hidden={[{ name: 'press', value: press }]} class="stack">
        <button
          class="button"
          data-wait={waitOf(notice)}
          data-wait-text={`${offer.submit} · {left}`}
        >
          {offer.submit}
        </button>
        {budgetLeft !== undefined && budgetLeft <= fewLeft ? <p class="hint">{offer.budgetLeft(budgetLeft)}</p> : null}
      </Form>
      <OtherMethods heading={limited ? methods.putForward : methods.other} methods={otherMethods} forward={limited} />
      <Cancel frame={frame} action={model.cancelAction} />
    </Page>,
  );
}

function Steps({ frame, maskedNumber, codeLength }: CallOfferModel) {
  const { offer } = textsIn(frame.language);
  return (
    <ol class="steps">
      <li>
        <PhoneIcon />
        <p>
          <Filled text={offer.lead} parts={{ number: <MaskedNumber language={frame.language} number={maskedNumber} /> }} />
        </p>
      </li>
      <li>
        <SilenceIcon />
        <p>{offer.dontAnswer}</p>
      </li>
      <li>
        <KeypadIcon />
        <p>{offer.typeDigits(codeLength)}</p>
      </li>
    </ol>
  );
}

function Notice({ frame, notice }: { readonly frame: Frame; readonly notice: NonNullable<CallOfferModel['notice']> }) {
  return (
    <Note kind="notice">
      <NoticeText frame={frame} notice={notice} />
    </Note>
  );
}

function NoticeText({ frame, notice }: { readonly frame: Frame; readonly notice: NonNullable<CallOfferModel['notice']> }) {
  switch (notice.kind) {
    case 'waiting':
      return <Waiting frame={frame} waitSec={notice.waitSec} />;
    case 'limited':
      return <Limited frame={frame} until={notice.until} now={notice.now} />;
    case 'superseded':
      return <>{textsIn(frame.language).offer.notices.superseded}</>;
  }
}

function waitOf(notice: CallOfferModel['notice']): number | undefined {
  if (notice?.kind === 'waiting') return Math.ceil(notice.waitSec);
  return notice?.kind === 'limited' ? Math.max(1, Math.ceil((notice.until - notice.now) / 1000)) : undefined;
}

/** By what calls are counted is nobody's business. */
function Limited({ frame, until, now }: { readonly frame: Frame; readonly until: number; readonly now: number }) {
  const { limited, waited } = textsIn(frame.language).offer.notices;
  return (
    <span data-when-free={waited}>
      <Filled text={limited} parts={{ when: <Until language={frame.language} at={until} now={now} /> }} />
    </span>
  );
}

/** With scripts the button counts down, so the number is said only without them; and the words change when it is free. */
function Waiting({ frame, waitSec }: { readonly frame: Frame; readonly waitSec: number }) {
  const { offer, code, time } = textsIn(frame.language);
  return (
    <span data-when-free={offer.notices.waited}>
      {offer.notices.waiting}
      <noscript>
        {' '}
        <Filled text={code.callAgainAfter} parts={{ duration: time.duration(waitSec) }} />
      </noscript>
    </span>
  );
}

function PasswordUsed({ frame, passwordUsed }: CallOfferModel) {
  if (passwordUsed === undefined) return null;
  const { text, link } = textsIn(frame.language).offer.passwordUsed;
  const href = safeHref(passwordUsed.notMeHref);
  return (
    <Note kind="notice">
      <Filled text={text} parts={{ moment: <Moment language={frame.language} at={passwordUsed.at} now={passwordUsed.now} /> }} />
      {href === undefined ? null : (
        <>
          {' '}
          <a href={href}>{link}</a>
        </>
      )}
    </Note>
  );
}
