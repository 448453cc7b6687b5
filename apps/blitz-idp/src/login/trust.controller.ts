import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { DomainError } from '@blitz/kernel';
import { trustPage } from '@blitz/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowserParts } from './browser-parts.ts';
import { readField } from './forms.ts';
import { Frames } from './frames.ts';
import type { LoginErrorCode } from './login-errors.ts';
import { Onward } from './onward.ts';
import { originOf } from './origin-of.ts';
import { paths, to } from './paths.ts';
import { ReadLogin, type LoginVisit } from './read-login.ts';
import { goTo, replyWith } from './reply-with.ts';
import { TrustParts } from './trust-parts.ts';

const daySec = 86_400;

/** Rounded down: what is promised must hold. */
function wholeDays(seconds: number): number {
  return Math.max(1, Math.floor(seconds / daySec));
}

/** "Trust this browser?", after the second factor. */
@Controller('login/ur/askToTrust')
export class TrustController {
  constructor(
    private readonly readLogin: ReadLogin,
    private readonly frames: Frames,
    private readonly browser: BrowserParts,
    private readonly trust: TrustParts,
    private readonly onward: Onward,
  ) {}

  @Get()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.#visit(request);
    if (visit === undefined) return goTo(request, reply, to(paths.doorway, this.readLogin.browserAndPath(request).bo));
    const action = to(paths.trust, visit.bo);
    const frame = await this.frames.of(request, visit);
    const { activeTtlSec, inactiveTtlSec } = this.trust.settings.current().trustedBrowser;
    const [days, idleDays] = [wholeDays(activeTtlSec), wholeDays(inactiveTtlSec)];
    return replyWith(request, reply, {
      html: () => trustPage({ frame, action, days, idleDays }),
      json: () => ({ inquire: 'ask_to_trust', action, csrf: frame.csrf, days, idle_days: idleDays }),
    });
  }

  @Post()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.#visit(request);
    const { browser, bo } = this.readLogin.browserAndPath(request);
    if (visit === undefined) return goTo(request, reply, to(paths.doorway, bo));
    this.browser.forms.assertOurs(request, browser, visit.login.id);
    const action = readField(request, 'action');
    if (action !== 'trust' && action !== 'do_not_trust') {
      throw new DomainError<LoginErrorCode>('form_invalid', { field: 'action' });
    }
    // Spent before it is used: of answers sent at the same time one makes a trusted browser, and the others go on without.
    const first = await this.trust.logins.settleTrust(visit.login.sub, visit.login.id);
    if (first && action === 'trust') await this.#remember(request, reply, visit);
    return this.onward.from(request, reply, { ...visit, login: { ...visit.login, trustSettled: true } });
  }

  async #remember(request: FastifyRequest, reply: FastifyReply, { account, login, interaction }: LoginVisit): Promise<void> {
    const ttlSec = this.trust.settings.current().trustedBrowser.activeTtlSec;
    const asked = { ...originOf(request, interaction.clientId), login: login.id, ttlSec, provedAt: login.startedAt };
    const token = await this.trust.trustBrowser.execute(account.sub, asked);
    if (token !== undefined) this.browser.cookies.set(reply, 'trusted', token, ttlSec);
  }

  /** Only a login that has its second factor is asked, once, and not in a browser that is trusted already. */
  async #visit(request: FastifyRequest): Promise<LoginVisit | undefined> {
    const { login: visit } = await this.readLogin.visitAndLogin(request);
    return visit !== undefined && (await this.onward.leadsToTrust(request, visit)) ? visit : undefined;
  }
}
