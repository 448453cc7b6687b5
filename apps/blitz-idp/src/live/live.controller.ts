import { Controller, Get, Req, Res } from '@nestjs/common';
import { viewOf, type CallView } from '@blitz/factors';
import { DomainError } from '@blitz/kernel';
import { Stopping } from '@blitz/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { liveOf } from '../login/live-of.ts';
import type { LoginErrorCode } from '../login/login-errors.ts';
import type { LoginTicket } from '../login/login-ticket.ts';
import { ReadLogin } from '../login/read-login.ts';
import { LiveSources } from './live-sources.ts';
import { openStream, type EventStream } from './event-stream.ts';

/** Streams that one login may have open: a tab each, and a few that are only just being closed. */
const mostPerLogin = 6;

/** The live state of a call, as server-sent events. Holds no code and no number (R14). */
@Controller('login/method/flashCall/events')
export class LiveController {
  readonly #open = new Map<string, number>();

  constructor(
    private readonly readLogin: ReadLogin,
    private readonly sources: LiveSources,
    private readonly stopping: Stopping,
  ) {}

  @Get()
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { browser } = this.readLogin.browserAndPath(request);
    const ticket = this.readLogin.ticket(request, browser);
    const login = ticket === undefined ? undefined : await this.sources.logins.find(ticket.sub, ticket.login);
    if (ticket === undefined || login === undefined) throw new DomainError<LoginErrorCode>('login_over');
    const open = this.#open.get(ticket.login) ?? 0;
    if (open >= mostPerLogin) throw new DomainError<LoginErrorCode>('streams_too_many');
    this.#open.set(ticket.login, open + 1);
    const stream = openStream(reply, this.stopping.signal);
    stream.onEnd(() => {
      this.#left(ticket.login);
    });
    await this.#follow(stream, ticket);
  }

  async #follow(stream: EventStream, ticket: LoginTicket): Promise<void> {
    const tell = async (): Promise<void> => {
      const view = await this.#look(ticket);
      stream.send(describe(view));
      if (view.kind !== 'open') stream.end();
      else stream.again(soonest(view));
    };
    const told = (): void => {
      tell().catch(() => {
        stream.end();
      });
    };
    try {
      const stop = await this.sources.updates.listen(ticket.sub, told);
      stream.onEnd(stop);
      stream.onAgain(told);
      await tell();
    } catch {
      // The page reconnects by itself, and works without.
      stream.end();
    }
  }

  async #look({ sub, login, challengeId }: LoginTicket): Promise<CallView> {
    const { challenges, settings, clock } = this.sources;
    const standing = await challenges.look(sub);
    return viewOf(standing, { login, asked: challengeId, now: clock.now() }, settings.limits());
  }

  #left(login: string): void {
    const open = (this.#open.get(login) ?? 1) - 1;
    if (open > 0) this.#open.set(login, open);
    else this.#open.delete(login);
  }
}

function describe(view: CallView): Record<string, unknown> {
  if (view.kind !== 'open') return { state: view.kind === 'confirmed' ? 'confirmed' : 'closed' };
  const { state, triesLeft, expiresInSec, nextCallInSec } = view;
  const live = liveOf(view);
  return {
    state,
    ...(live === undefined ? {} : { live }),
    triesLeft,
    nextCallInSec,
    ...(expiresInSec === undefined ? {} : { expiresInSec }),
  };
}

/** When time alone changes what the page shows: the code expires, or the call takes longer than usual. */
function soonest({ expiresInSec, slowInSec }: Extract<CallView, { kind: 'open' }>): number | undefined {
  const due = expiresInSec ?? slowInSec;
  // Time may be over while digits that were typed before are being checked.
  return due === undefined ? undefined : Math.max(1, due) * 1000 + 50;
}
