import { FindConsolePerson } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import { consoleLoggedOutPage, consoleRefusedPage, isConsoleRefusal, type ConsoleRefusal } from '@blitz/pages';
import { Log } from '@blitz/platform';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleCookies } from '../session/console-cookies.ts';
import { doorFrame } from './door-frame.ts';
import { doorPaths, refusedPath } from './door-paths.ts';
import { originOf } from '../session/origin-of.ts';
import { readOwnPath } from './own-path.ts';
import { SignIn } from './sign-in.ts';

const html = 'text/html; charset=utf-8';

/** To blitz-idp and back, and what is said to whoever is not let in. */
@Controller('console')
export class SignInController {
  @Inject(SignIn) private readonly signIn!: SignIn;
  @Inject(ConsoleCookies) private readonly cookies!: ConsoleCookies;
  @Inject(FindConsolePerson) private readonly findPerson!: FindConsolePerson;
  @Inject(Log) private readonly log!: Log;

  @Get('login')
  async login(@Query() query: Readonly<Record<string, unknown>>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const browser = this.cookies.keepBrowser(request, reply);
    void reply.redirect(await this.signIn.begin(browser, readOwnPath(query['to']), query['fresh'] === '1'), 303);
  }

  /** Every answer leads elsewhere: the code in this address stays in no history. */
  @Get('login/callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [browser, before, origin] = [this.cookies.browser(request), this.cookies.session(request), originOf(request)];
    try {
      const { token, to } = await this.signIn.finish({ browser, before, origin, query: queryOf(request) });
      this.cookies.keepSession(reply, token);
      void reply.redirect(to, 303);
    } catch (error) {
      void reply.redirect(await this.#whereInstead(error, before), 303);
    }
  }

  @Get('login/refused')
  refused(@Query('because') because: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const said: ConsoleRefusal = isConsoleRefusal(because) ? because : 'sign_in_failed';
    const page = consoleRefusedPage({ frame: doorFrame(request, refusedPath(said)), because: said, loginHref: doorPaths.login, otherHref: doorPaths.loginAsOther });
    void reply.status(403).type(html).send(page);
  }

  @Get('logged-out')
  loggedOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.type(html).send(consoleLoggedOutPage({ frame: doorFrame(request, doorPaths.loggedOut), loginHref: doorPaths.login }));
  }

  /** @throws what is no refusal of ours */
  async #whereInstead(error: unknown, session: string | undefined): Promise<string> {
    const code = error instanceof DomainError ? (error as DomainError).code : undefined;
    if (code === 'administrator_unknown') return refusedPath('not_administrator');
    if (!isConsoleRefusal(code)) throw error;
    if (code === 'sign_in_failed') this.log.warn({ reason: reasonOf(error) }, 'what came back from a login could not be trusted');
    // Who goes back with the browser's button comes to a login that is over, and is logged in.
    const isInside = code === 'sign_in_over' && session !== undefined && (await this.findPerson.execute(session)) !== undefined;
    return isInside ? doorPaths.home : refusedPath(code);
  }
}

/** By its code alone: texts of such errors may quote what came back. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== 'object' || cause === null) return 'unknown';
  const { error: said, code, name } = cause as Readonly<Record<string, unknown>>;
  return [said, code, name].find((each) => typeof each === 'string' && /^[A-Za-z_]{1,64}$/.test(each)) as string | undefined ?? 'unknown';
}

function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
}
