import type { Behaviour } from '../telephone/behaviour.ts';

/** One answer on the wire; `text` is sent as it stands, so that it can be broken. */
export interface ProviderAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ok = (body: object): ProviderAnswer => ({ status: 200, text: JSON.stringify(body) });

/** What goes wrong before a provider can say anything of its own. `silence` keeps the caller waiting, `cut` ends the connection. */
export const breakdowns = {
  'error-500': { status: 500, text: '{"error":"internal error"}' },
  'rate-limited-429': { status: 429, text: '{"error":"too many requests"}', headers: { 'retry-after': '5' } },
  hangs: 'silence',
  'drops-connection': 'cut',
} as const satisfies { readonly [B in Behaviour]?: ProviderAnswer | 'silence' | 'cut' };

const isBreakdown = (behaviour: Behaviour): behaviour is keyof typeof breakdowns => behaviour in breakdowns;

/** How each behaviour speaks of a call from this number. */
const answers: { readonly [B in Exclude<Behaviour, keyof typeof breakdowns>]: (from: string) => ProviderAnswer } = {
  normal: (from) => ok({ SenderID: from }),
  slow: (from) => ok({ SenderID: from }),
  busy: (from) => ok({ SenderID: from, Status: 'busy' }),
  'no-sender-id': () => ok({ Status: 'accepted' }),
  'short-number': (from) => ok({ SenderID: from.slice(-2) }),
  'number-with-letters': (from) => ok({ SenderID: `Caller ${from.slice(0, 2)} (${from.slice(2, 5)}) ${from.slice(5, 8)}-${from.slice(8)} abc` }),
  'bad-json': (from) => ({ status: 200, text: `{"SenderID": "${from.slice(0, 6)}` }),
  // Who follows it makes the phone ring: a client that must not follow can be caught at it.
  redirect: () => ({ status: 307, text: '', headers: { location: '/provider/call/redirected' } }),
  // This protocol carries no code that could be another; the number itself has the zeros.
  'other-code': (from) => ok({ SenderID: from }),
  'leading-zeros': (from) => ok({ SenderID: from }),
  refuses: () => ({ status: 422, text: '{"error":"number not served"}' }),
};

export const answerOf = (behaviour: Behaviour, from: string): ProviderAnswer | 'silence' | 'cut' =>
  isBreakdown(behaviour) ? breakdowns[behaviour] : answers[behaviour](from);
