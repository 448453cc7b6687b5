import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { FlashCallFactor, type EntryAnswer } from '@blitz/factors';
import { DomainError } from '@blitz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowserParts } from './browser-parts.ts';
import { Doorway } from './doorway.ts';
import { readField } from './forms.ts';
import { FlashCallPages } from './flash-call-pages.ts';
import type { LoginErrorCode } from './login-errors.ts';
import { originOf } from './origin-of.ts';
import { paths, to } from './paths.ts';
import { ReadLogin, type LoginVisit } from './read-login.ts';
import { readQuery } from './read-query.ts';
import { goTo } from './reply-with.ts';

/** The incoming call: the offer, the press, the code. Every POST ends in a redirect, so that reloading never repeats it. */
@Controller('login')
export class FlashCallController {
  constructor(
    private readonly readLogin: ReadLogin,
    private readonly factor: FlashCallFactor,
    private readonly pages: FlashCallPages,
    private readonly browser: BrowserParts,
    private readonly doorway: Doorway,
  ) {}

  @Get('methods2/flashCall')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.#visit(request);
    if (visit === undefined) return goTo(request, reply, to(paths.doorway, this.readLogin.browserAndPath(request).bo));
    const { sub, login } = visit.ticket;
    const { cookies, tickets } = this.browser;
    const shown = await this.pages.show(request, reply, visit, {
      error: readQuery(request, 'error'),
      ask: (challengeId) => {
        cookies.set(reply, 'login', tickets.write({ sub, login, challengeId }, visit.browser));
      },
    });
    if (shown === 'confirmed') return goTo(request, reply, to(paths.doorway, visit.bo));
  }

  /** R2: the one door behind which a call is made. */
  @Post('method/flashCall')
  async press(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.#visit(request);
    const { cookies, forms, tickets } = this.browser;
    const { browser, bo } = this.readLogin.browserAndPath(request);
    if (visit === undefined) return goTo(request, reply, to(paths.doorway, bo));
    forms.assertOurs(request, browser, visit.login.id);
    const { account, login, interaction } = visit;
    const locale = this.pages.language(request, visit);
    const origin = originOf(request, interaction.clientId);
    const number = readPress(readField(request, 'press'));
    const { verdict, challengeId } = await this.factor.ask({ account, login: login.id, number, locale, origin });
    if (verdict.kind === 'called') {
      cookies.set(reply, 'login', tickets.write({ sub: account.sub, login: login.id, challengeId }, browser));
    }
    return goTo(request, reply, to(verdict.kind === 'unknown' ? paths.doorway : paths.flashCall, bo));
  }

  /** One round trip to Redis: who asks is in the cookie, everything else in the script. Only a provider that keeps the code is waited for. */
  @Post('method/flashCall/code')
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { cookies, forms, tickets } = this.browser;
    const { browser, bo } = this.readLogin.browserAndPath(request);
    const ticket = this.readLogin.ticket(request, browser);
    if (ticket === undefined || !this.pages.isOffered()) return goTo(request, reply, to(paths.doorway, bo));
    forms.assertOurs(request, browser, ticket.login);
    const { sub, login, challengeId = `${sub}.none` } = ticket;
    const typed = readField(request, 'code');
    const entry = { asker: { sub, login }, challengeId, typed, origin: originOf(request) };
    const { answer, login: renewed } = await this.factor.check(entry);
    if (answer.kind === 'right') {
      cookies.set(reply, 'login', tickets.write({ sub, login: renewed }, browser));
      return goTo(request, reply, to(paths.trust, bo));
    }
    // Sent again, because the answer to the first time was lost: nothing was wrong.
    const again = answer.kind === 'unknown' && (await this.doorway.handOver(ticket)).kind !== 'none';
    if (again) return goTo(request, reply, to(paths.doorway, bo));
    return this.pages.refuse(request, reply, answer, refusedAt(answer, bo));
  }

  /** Forms sent again by the back button or a reload. */
  @Get(['method/flashCall', 'method/flashCall/code'])
  async again(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return goTo(request, reply, to(paths.flashCall, this.readLogin.browserAndPath(request).bo));
  }

  /** Nobody's, too, when the method was switched off in the meantime: the doorway knows what is left. */
  async #visit(request: FastifyRequest): Promise<LoginVisit | undefined> {
    const { login } = await this.readLogin.visitAndLogin(request);
    return this.pages.isOffered() ? login : undefined;
  }
}

/** R3: which press this is, as the page said. Without it nothing can tell a repetition from a wish. */
function readPress(value: unknown): number {
  const press = typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (!Number.isSafeInteger(press) || press < 1) throw new DomainError<LoginErrorCode>('form_invalid', { field: 'press' });
  return press;
}

const errorOf = {
  wrong: 'wrong',
  malformed: 'malformed',
  not_placed: 'not_yet',
  superseded: 'superseded',
  not_confirmed: 'not_confirmed',
  in_check: 'in_check',
} as const;

/** Where the person reads what was wrong; what the state alone can tell needs no word in the address. */
function refusedAt(answer: EntryAnswer, bo: string): string {
  if (answer.kind === 'unknown' || answer.kind === 'used') return to(paths.doorway, bo);
  const error = answer.kind in errorOf ? errorOf[answer.kind as keyof typeof errorOf] : undefined;
  return to(paths.flashCall, bo, error === undefined ? {} : { error });
}
