import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { PasswordFactor, type PasswordAnswer } from '@blitz/factors';
import { newId } from '@blitz/kernel';
import { passwordPage, type PasswordError } from '@blitz/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readField } from './forms.ts';
import { Frames } from './frames.ts';
import { originOf } from './origin-of.ts';
import { Onward } from './onward.ts';
import { PasswordParts } from './password-parts.ts';
import { paths, to } from './paths.ts';
import { ReadLogin, type Visit } from './read-login.ts';
import { goTo, replyWith } from './reply-with.ts';

type Refusal = Exclude<PasswordAnswer, { kind: 'right' }>;

/** Login and password. */
@Controller('login')
export class PasswordController {
  constructor(
    private readonly readLogin: ReadLogin,
    private readonly password: PasswordFactor,
    private readonly onward: Onward,
    private readonly frames: Frames,
    private readonly parts: PasswordParts,
  ) {}

  @Get('methods/password')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { visit, login } = await this.readLogin.visitAndLogin(request);
    // Another tab typed it already.
    if (login !== undefined) return goTo(request, reply, to(paths.doorway, visit.bo));
    return this.#page(request, reply, visit);
  }

  @Post('method/password')
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { cookies, tickets, forms } = this.parts.browser;
    const visit = await this.readLogin.visit(request);
    forms.assertOurs(request, visit.browser, '');
    const known = this.parts.known.read(cookies.read(request, 'known'));
    const origin = originOf(request, visit.interaction.clientId);
    const answer = await this.password.check({
      login: readField(request, 'login'),
      password: readField(request, 'password'),
      ...(known === undefined ? {} : { known }),
      origin,
    });
    if (answer.kind !== 'right') return this.#page(request, reply, visit, answer);
    const { account } = answer;
    const { sub } = account;
    // A new login, whatever this browser carried before: nobody can have planted it.
    const login = await this.parts.doorway.begin(sub, answer.login, origin);
    const ticket = { sub, login: login.id };
    cookies.set(reply, 'login', tickets.write(ticket, visit.browser));
    cookies.set(reply, 'known', this.parts.known.write({ sub, browser: known?.sub === sub ? known.browser : newId() }), year);
    return this.onward.from(request, reply, this.readLogin.of(visit, ticket, login, account));
  }

  /** The form sent again by the back button or a reload. */
  @Get('method/password')
  async again(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return goTo(request, reply, to(paths.password, this.readLogin.browserAndPath(request).bo));
  }

  async #page(request: FastifyRequest, reply: FastifyReply, visit: Visit, refusal?: Refusal): Promise<void> {
    const action = to(paths.postPassword, visit.bo);
    const frame = await this.frames.of(request, visit);
    const hint = refusal === undefined ? visit.interaction.params['login_hint'] : readField(request, 'login');
    const failure = refusal === undefined ? undefined : this.#failureOf(refusal);
    const waitSec = failure !== undefined && 'waitSec' in failure ? failure.waitSec : undefined;
    return replyWith(request, reply, {
      status: refusal === undefined ? 200 : statusOf[refusal.kind],
      ...(waitSec === undefined ? {} : { retryAfterSec: waitSec }),
      html: () =>
        passwordPage({
          frame,
          action,
          ...(typeof hint === 'string' ? { loginHint: hint.slice(0, 254) } : {}),
          ...(failure === undefined ? {} : { failure }),
        }),
      json: () => ({
        inquire: 'enter_password',
        action,
        csrf: frame.csrf,
        ...(refusal === undefined ? {} : { errors: [{ code: errorOf[refusal.kind] }] }),
        ...(waitSec === undefined ? {} : { retry_after: waitSec }),
      }),
    });
  }

  #failureOf(refusal: Refusal): PasswordError {
    const now = this.parts.clock.now();
    if (refusal.kind === 'waiting') return { error: 'wait', waitSec: Math.ceil((refusal.until - now) / 1000) };
    if (refusal.kind === 'blocked') return { error: 'blocked', until: refusal.until, now };
    return { error: refusal.kind };
  }
}

const year = 31_536_000;
const statusOf = { wrong: 401, empty: 400, waiting: 429, blocked: 429 } as const;
const errorOf = { wrong: 'invalid_credentials', empty: 'credentials_missing', waiting: 'wait', blocked: 'no_attempts' } as const;
