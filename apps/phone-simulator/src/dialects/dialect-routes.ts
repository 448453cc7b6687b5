import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Switchboard } from '../http/provider-routes.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { rings } from '../telephone/behaviour.ts';
import { drawCallerNumber, otherDigits, zerosAtTheEnd } from '../telephone/caller-number.ts';
import type { Phone } from '../telephone/phones.ts';
import type { Dialect, Dialled, Said, Sideline, Wanted } from './dialect.ts';
import { dialectAnswer, onTheWire, sidelineAnswer } from './dialect-answer.ts';
import { Heard } from './heard.ts';
import { StatusCallbacks } from './status-callbacks.ts';

function callerNumberFor({ digits }: Dialect, { from, ending = '' }: Wanted, { behaviour }: Phone): string {
  if (from !== undefined) return from;
  // Who can't tell another code can't use one either.
  if (digits === undefined && ending !== '') return drawCallerNumber(ending);
  if (behaviour === 'leading-zeros') return drawCallerNumber(zerosAtTheEnd());
  return drawCallerNumber(behaviour === 'other-code' && ending !== '' ? otherDigits(ending) : ending);
}

/** One provider's counter: takes requests in its dialect, and dials. */
class Counter {
  readonly #dialect: Dialect;
  readonly #switchboard: Switchboard;
  readonly #callbacks: StatusCallbacks;
  readonly #base: string;

  constructor(dialect: Dialect, switchboard: Switchboard, callbacks: StatusCallbacks) {
    this.#dialect = dialect;
    this.#switchboard = switchboard;
    this.#callbacks = callbacks;
    this.#base = `/dialects/${dialect.id}`;
  }

  open(app: FastifyInstance): void {
    const { path, sidelines = [], stranger } = this.#dialect;
    app.post(`${this.#base}${path}`, (request, reply) => this.#takeCall(request, reply));
    for (const sideline of sidelines) {
      const { method, path: side } = sideline;
      app.route({ method, url: `${this.#base}${side}`, handler: (request, reply) => {
        const heard = new Heard(request, this.#base);
        return this.#knows(heard) ? this.#takeSideline(heard, sideline, reply) : say(reply, stranger);
      } });
    }
  }

  #takeSideline(heard: Heard, { answer, about }: Sideline, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
    const { calls, phones, closing } = this.#switchboard;
    const call = about === undefined ? undefined : calls.find(about(heard));
    const phone = call === undefined ? undefined : phones.find(call.to);
    if (phone === undefined) return say(reply, answer(heard, calls));
    return sendAnswer(reply, phone, sidelineAnswer(this.#dialect, phone.behaviour, answer(heard, calls)), closing);
  }

  #knows(heard: Heard): boolean {
    return this.#dialect.knows(heard, this.#switchboard.token);
  }

  #takeCall(request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
    const heard = new Heard(request, this.#base);
    if (!this.#knows(heard)) return say(reply, this.#dialect.stranger);
    const wanted = this.#dialect.read(heard);
    if (wanted === undefined) return say(reply, this.#dialect.unreadable);
    const before = this.#heardBefore(wanted);
    if (before !== undefined) return say(reply, before);
    const found = this.#switchboard.phones.reach(wanted.to);
    const phone: Phone = heard.asks('redirected') ? { ...found, behaviour: 'normal' } : found;
    if (wanted.dryRun === true) return say(reply, this.#afterDryRun(phone));
    const redirected = `${this.#base}${heard.path}?redirected`;
    const answer = dialectAnswer(this.#dialect, phone.behaviour, this.#dial(wanted, phone), redirected);
    return sendAnswer(reply, phone, answer, this.#switchboard.closing);
  }

  #afterDryRun({ behaviour }: Phone): Said {
    const { afterDryRun, refusal } = this.#dialect;
    return behaviour === 'refuses' || afterDryRun === undefined ? refusal : afterDryRun;
  }

  #heardBefore({ requestId }: Wanted): Said | undefined {
    if (this.#dialect.repeated === undefined || requestId === '') return undefined;
    const call = this.#switchboard.calls.recent().find((each) => each.requestId === requestId);
    return call === undefined || call.from === null ? undefined : this.#dialect.repeated({ ...call, from: call.from });
  }

  #dial(wanted: Wanted, phone: Phone): Dialled {
    const { number: to, behaviour } = phone;
    const from = callerNumberFor(this.#dialect, wanted, phone);
    const state = behaviour === 'busy' ? 'busy' : rings(behaviour) ? 'ringing' : 'failed';
    const call = this.#switchboard.calls.place({ requestId: wanted.requestId, to, from: state === 'failed' ? null : from, state, behaviour });
    const { callbackUrl } = wanted;
    const tells = this.#dialect.tells;
    if (callbackUrl !== undefined && tells !== undefined) this.#callbacks.follow(call, { url: callbackUrl, tells });
    return { ...call, from };
  }
}

function say(reply: FastifyReply, said: Said): FastifyReply {
  const { status, text } = onTheWire(said);
  return reply.code(status).type('application/json').send(status === 204 ? '' : text);
}

/** Every dialect at its own address, and all calls in the same list as those of the vendor's example. */
export function speakDialects(app: FastifyInstance, switchboard: Switchboard, dialects: readonly Dialect[]): void {
  const callbacks = new StatusCallbacks(switchboard.calls, switchboard.closing);
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));
    for (const dialect of dialects) new Counter(dialect, switchboard, callbacks).open(scope);
    done();
  });
}
