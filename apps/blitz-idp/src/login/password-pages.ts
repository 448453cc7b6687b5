import type { PasswordAnswer } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
import { passwordPage, type PasswordError } from '@blitz/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieJar } from './cookie-jar.ts';
import { readField } from './forms.ts';
import type { Frames } from './frames.ts';
import { paths, to } from './paths.ts';
import type { Visit } from './read-login.ts';
import { readQuery } from './read-query.ts';
import { goTo, replyWith } from './reply-with.ts';
import { wantsJson } from './wants-json.ts';

export type Refusal = Exclude<PasswordAnswer, { kind: 'right' }>;

/** What was typed as a login stays out of addresses, and is forgotten soon: others may use this browser. */
const typedSec = 600;
const longestLogin = 254;

/** The page of login and password, as it comes and after an entry that did not help. */
export class PasswordPages {
  constructor(
    private readonly frames: Frames,
    private readonly cookies: CookieJar,
    private readonly clock: Clock,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, visit: Visit): Promise<void> {
    const refusal = wantsJson(request) ? undefined : this.#refusalIn(request);
    return this.#answer(request, reply, visit, refusal);
  }

  /** Browsers are led to the page that says so: reloading it types no password a second time. Headless clients are told at once. */
  async refuse(request: FastifyRequest, reply: FastifyReply, visit: Visit, refusal: Refusal): Promise<void> {
    if (wantsJson(request)) return this.#answer(request, reply, visit, refusal);
    const typed = readField(request, 'login');
    const login = typeof typed === 'string' ? typed.slice(0, longestLogin) : '';
    this.cookies.set(reply, 'typed', Buffer.from(login).toString('base64url'), typedSec);
    const until = 'until' in refusal ? { until: String(refusal.until) } : {};
    return goTo(request, reply, to(paths.password, visit.bo, { error: refusal.kind, ...until }));
  }

  /** What the address speaks of, unless it is a block that has ended. */
  #refusalIn(request: FastifyRequest): Refusal | undefined {
    const error = readQuery(request, 'error');
    if (error === 'wrong' || error === 'empty') return { kind: error };
    const [until] = /^\d{1,14}$/.exec(readQuery(request, 'until') ?? '') ?? [];
    if (until === undefined || (error !== 'waiting' && error !== 'blocked')) return undefined;
    // A wait of half a second may be over before its page is there, which says all the same that nothing was looked at.
    if (error === 'blocked' && Number(until) <= this.clock.now()) return undefined;
    return { kind: error, until: Number(until) };
  }

  async #answer(request: FastifyRequest, reply: FastifyReply, visit: Visit, refusal: Refusal | undefined): Promise<void> {
    const action = to(paths.postPassword, visit.bo);
    const frame = await this.frames.of(request, visit);
    const failure = refusal === undefined ? undefined : this.#failureOf(refusal);
    const waitSec = failure !== undefined && 'waitSec' in failure ? failure.waitSec : undefined;
    const loginHint = this.#loginHint(request, visit, refusal);
    return replyWith(request, reply, {
      status: refusal === undefined ? 200 : statusOf[refusal.kind],
      ...(waitSec === undefined ? {} : { retryAfterSec: waitSec }),
      html: () => passwordPage({ frame, action, loginHint, ...(failure === undefined ? {} : { failure }) }),
      json: () => ({
        inquire: 'enter_password',
        action,
        csrf: frame.csrf,
        ...(refusal === undefined ? {} : { errors: [{ code: errorOf[refusal.kind] }] }),
        ...(waitSec === undefined ? {} : { retry_after: waitSec }),
      }),
    });
  }

  #loginHint(request: FastifyRequest, visit: Visit, refusal: Refusal | undefined): string {
    const typed = refusal === undefined ? undefined : this.cookies.read(request, 'typed');
    const hint = typed === undefined ? visit.interaction.params['login_hint'] : Buffer.from(typed, 'base64url').toString();
    return typeof hint === 'string' ? hint.slice(0, longestLogin) : '';
  }

  #failureOf(refusal: Refusal): PasswordError {
    const now = this.clock.now();
    if (refusal.kind === 'waiting') return { error: 'wait', waitSec: Math.max(1, Math.ceil((refusal.until - now) / 1000)) };
    if (refusal.kind === 'blocked') return { error: 'blocked', until: refusal.until, now };
    return { error: refusal.kind };
  }
}

const statusOf = { wrong: 401, empty: 400, waiting: 429, blocked: 429 } as const;
const errorOf = { wrong: 'invalid_credentials', empty: 'credentials_missing', waiting: 'wait', blocked: 'no_attempts' } as const;
