import type { Call } from '../telephone/call.ts';
import { ringMs } from '../telephone/call.ts';
import type { Phone } from '../telephone/phones.ts';
import type { Texts } from '../texts/en.ts';
import { BehaviourForm } from './behaviour-form.tsx';
import { CallList } from './call-list.tsx';
import { page } from './layout.tsx';
import { PhoneScreen } from './phone-screen.tsx';

interface Seen {
  readonly calls: readonly Call[];
  readonly phones: readonly Phone[];
  readonly texts: Texts;
  readonly paused: boolean;
}

const shownCalls = 50;

function Reloading({ paused, texts }: { readonly paused: boolean; readonly texts: Texts }) {
  return (
    <noscript>
      <p class="reloading">
        {!paused && texts.refreshes} <a href={paused ? '/' : '/?pause=yes'}>{paused ? texts.resume : texts.pause}</a>
      </p>
    </noscript>
  );
}

function PhoneList({ phones, texts }: { readonly phones: readonly Phone[]; readonly texts: Texts }) {
  if (phones.length === 0) return <p class="empty">{texts.phonesNone}</p>;
  return (
    <>
      {phones.map((phone) => (
        <BehaviourForm key={phone.number} phone={phone} texts={texts} />
      ))}
    </>
  );
}

function Phones({ phones, texts }: { readonly phones: readonly Phone[]; readonly texts: Texts }) {
  return (
    <section class="card" aria-labelledby="phones">
      <h2 id="phones">{texts.phones}</h2>
      <p class="about">{texts.phonesLead}</p>
      <div data-region="phones">
        <PhoneList phones={phones} texts={texts} />
      </div>
      <h3>{texts.addPhone}</h3>
      <BehaviourForm texts={texts} />
    </section>
  );
}

/** `data-region` marks what the script replaces when something happened. */
export function simulatorPage({ calls, phones, texts, paused }: Seen): string {
  const reached = calls.find((call) => call.state === 'ringing') ?? calls.find((call) => call.from !== null);
  const rings = reached?.state === 'ringing';
  const title = rings ? `● ${texts.titleRinging} – ${texts.title}` : texts.title;
  return page({
    texts,
    title,
    reloads: !paused,
    children: (
      <main class="desk">
        <section class="stand" aria-label={texts.phone}>
          <div class={rings ? 'handset ringing' : 'handset'} data-region="phone" data-ring-ms={ringMs} aria-live="assertive">
            <PhoneScreen call={reached} texts={texts} />
          </div>
        </section>
        <div class="books">
          <h1>{texts.heading}</h1>
          <p class="lead">{texts.lead}</p>
          <Reloading paused={paused} texts={texts} />
          <section class="card" aria-labelledby="calls">
            <h2 id="calls">{texts.calls}</h2>
            <div data-region="calls">
              <CallList calls={calls.slice(0, shownCalls)} texts={texts} />
            </div>
          </section>
          <Phones phones={phones} texts={texts} />
        </div>
      </main>
    ),
  });
}
