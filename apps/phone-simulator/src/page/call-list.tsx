import type { Call } from '../telephone/call.ts';
import type { Texts } from '../texts/en.ts';
import { PhoneNumberText } from './phone-number-text.tsx';
import { TimeText } from './time-text.tsx';

interface Shown {
  readonly calls: readonly Call[];
  readonly texts: Texts;
}

function Row({ call, texts }: { readonly call: Call; readonly texts: Texts }) {
  return (
    <tr>
      <td class="when">
        <TimeText at={call.at} />
      </td>
      <td class="from">{call.from === null ? <span class="none">{texts.notDialled}</span> : <PhoneNumberText number={call.from} />}</td>
      <td class="to">
        <span class="arrow" aria-hidden="true">
          →
        </span>
        <PhoneNumberText number={call.to} />
      </td>
      <td class="how">{call.behaviour === 'normal' ? '' : texts.behaviours[call.behaviour]}</td>
      <td class="state">
        <span class={`badge ${call.state}`}>{texts.states[call.state]}</span>
      </td>
    </tr>
  );
}

export function CallList({ calls, texts }: Shown) {
  if (calls.length === 0) return <p class="empty">{texts.callsNone}</p>;
  return (
    <table class="calls">
      <thead>
        <tr>
          <th scope="col">{texts.time}</th>
          <th scope="col">{texts.from}</th>
          <th scope="col">{texts.to}</th>
          <th scope="col">{texts.provider}</th>
          <th scope="col">{texts.state}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={call.id} call={call} texts={texts} />
        ))}
      </tbody>
    </table>
  );
}
