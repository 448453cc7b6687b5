import type { Behaviour } from '../telephone/behaviour.ts';

/** One answer on the wire; `text` is sent as it stands, so that it can be broken. */
export interface ProviderAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ok = (body: object): ProviderAnswer => ({ status: 200, text: JSON.stringify(body) });

/** How each behaviour speaks of a call from this number. `silence` keeps the caller waiting, `cut` ends the connection. */
const answers: { readonly [B in Behaviour]: (from: string) => ProviderAnswer | 'silence' | 'cut' } = {
  normal: (from) => ok({ SenderID: from }),
  slow: (from) => ok({ SenderID: from }),
  busy: (from) => ok({ SenderID: from, Status: 'busy' }),
  'error-500': () => ({ status: 500, text: '{"error":"internal error"}' }),
  'rate-limited-429': () => ({ status: 429, text: '{"error":"too many requests"}', headers: { 'retry-after': '5' } }),
  'no-sender-id': () => ok({ Status: 'accepted' }),
  'short-number': (from) => ok({ SenderID: from.slice(-2) }),
  'number-with-letters': (from) => ok({ SenderID: `Caller ${from.slice(0, 2)} (${from.slice(2, 5)}) ${from.slice(5, 8)}-${from.slice(8)} abc` }),
  'bad-json': (from) => ({ status: 200, text: `{"SenderID": "${from.slice(0, 6)}` }),
  // Who follows it makes the phone ring: a client that must not follow can be caught at it.
  redirect: () => ({ status: 307, text: '', headers: { location: '/provider/call/redirected' } }),
  hangs: () => 'silence',
  'drops-connection': () => 'cut',
};

export const answerOf = (behaviour: Behaviour, from: string): ProviderAnswer | 'silence' | 'cut' => answers[behaviour](from);

/** Before answering; only `slow` waits unless it is told to. */
export const delayOf = (behaviour: Behaviour, delayMs: number | undefined): number => delayMs ?? (behaviour === 'slow' ? 3_000 : 0);
