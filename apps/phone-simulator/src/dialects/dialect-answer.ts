import type { ProviderAnswer } from '../http/provider-answer.ts';
import { breakdowns } from '../http/provider-answer.ts';
import type { Behaviour } from '../telephone/behaviour.ts';
import type { Dialect, Dialled, Said } from './dialect.ts';
import { withField } from './field-at.ts';

export const onTheWire = ({ status, body }: Said): ProviderAnswer => ({ status, text: JSON.stringify(body) });

const lastTwo = (value: unknown): unknown => (typeof value === 'string' ? value.slice(-2) : value);
const amongLetters = (value: unknown): unknown => (typeof value === 'string' ? `tel. ${value.slice(0, -2)}-${value.slice(-2)} ru` : value);

function changed({ needed, digits }: Dialect, behaviour: Behaviour, body: object): object {
  if (behaviour === 'no-sender-id') return withField(body, needed, () => undefined);
  if (digits === undefined) return body;
  if (behaviour === 'short-number') return withField(body, digits, lastTwo);
  return behaviour === 'number-with-letters' ? withField(body, digits, amongLetters) : body;
}

/** What a provider that misbehaves says of a call that it made before. */
export function sidelineAnswer({ refusal }: Dialect, behaviour: Behaviour, said: Said): ProviderAnswer | 'silence' | 'cut' {
  if (behaviour === 'error-500' || behaviour === 'rate-limited-429' || behaviour === 'hangs' || behaviour === 'drops-connection') return breakdowns[behaviour];
  if (behaviour === 'refuses') return onTheWire(refusal);
  const { status, text } = onTheWire(said);
  return behaviour === 'bad-json' ? { status, text: text.slice(0, text.length / 2) } : { status, text };
}

/** @param redirected where a client that follows redirects would make the phone ring */
export function dialectAnswer(dialect: Dialect, behaviour: Behaviour, call: Dialled, redirected: string): ProviderAnswer | 'silence' | 'cut' {
  switch (behaviour) {
    case 'error-500':
    case 'rate-limited-429':
    case 'hangs':
    case 'drops-connection':
      return breakdowns[behaviour];
    case 'redirect':
      return { status: 307, text: '', headers: { location: redirected } };
    case 'refuses':
      return onTheWire(dialect.refusal);
    case 'bad-json': {
      const { status, text } = onTheWire(dialect.placed(call));
      return { status, text: text.slice(0, text.length / 2) };
    }
    case 'normal':
    case 'slow':
    case 'busy':
    case 'no-sender-id':
    case 'short-number':
    case 'number-with-letters':
    case 'other-code':
    case 'leading-zeros': {
      const { status, body } = dialect.placed(call);
      return onTheWire({ status, body: changed(dialect, behaviour, body) });
    }
  }
}
