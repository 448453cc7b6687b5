import type { Call } from '../telephone/call.ts';
import { readable } from '../telephone/phone-number.ts';
import type { Texts } from '../texts/en.ts';
import { CallDeed } from './call-deed.tsx';
import { PhoneNumberText } from './phone-number-text.tsx';
import { TimeText } from './time-text.tsx';

interface Shown {
  readonly call: Call | undefined;
  readonly texts: Texts;
}

function Caller({ number, texts }: { readonly number: string; readonly texts: Texts }) {
  const { start, last } = readable(number);
  return (
    <>
      <p class="caller">
        <span class="start">{start}</span> <strong>{last}</strong>
      </p>
      <p class="hint">{texts.hint}</p>
    </>
  );
}

function Deeds({ call, texts }: { readonly call: Call; readonly texts: Texts }) {
  if (call.state === 'answered') return <CallDeed id={call.id} deed="hangup" texts={texts} />;
  if (call.state !== 'ringing') return null;
  return (
    <>
      <CallDeed id={call.id} deed="reject" texts={texts} />
      <CallDeed id={call.id} deed="answer" texts={texts} />
    </>
  );
}

/** The phone itself. It shows the last call that reached a phone: the number stays readable when the ringing is over. */
export function PhoneScreen({ call, texts }: Shown) {
  if (call === undefined || call.from === null) {
    return (
      <div class="screen idle">
        <p class="status">{texts.phoneIdle}</p>
        <p class="hint">{texts.phoneIdleHint}</p>
      </div>
    );
  }
  return (
    <div class={`screen ${call.state}`}>
      <p class="status">
        {call.state === 'ringing' ? texts.incoming : `${texts.lastCall} · ${texts.states[call.state]}`}
      </p>
      <div class="bell" aria-hidden="true" />
      <Caller number={call.from} texts={texts} />
      <div class="deeds">
        <Deeds call={call} texts={texts} />
      </div>
      <p class="callee">
        {texts.forPhone} <PhoneNumberText number={call.to} /> · <TimeText at={call.at} />
      </p>
    </div>
  );
}
