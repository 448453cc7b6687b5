import { pickLanguage, type Frame, type Language } from '@blitz/pages';
import type { LiveSettings } from '@blitz/settings';
import type { FastifyRequest } from 'fastify';
import type { Interactions } from '../oidc/interactions.ts';
import type { CookieJar } from './cookie-jar.ts';
import type { Forms } from './forms.ts';
import type { LoginVisit, Visit } from './read-login.ts';
import { readQuery } from './read-query.ts';

/** What surrounds every page: language, application, anti-forgery token. */
export class Frames {
  constructor(
    private readonly cookies: CookieJar,
    private readonly forms: Forms,
    private readonly interactions: Interactions,
    private readonly settings: LiveSettings,
    private readonly recoveryUrl: string | undefined,
  ) {}

  /** For pages outside of any login: errors, logout. */
  bare(request: FastifyRequest): Frame {
    return this.#frame(request, undefined);
  }

  async of(request: FastifyRequest, visit: Visit | LoginVisit): Promise<Frame> {
    const applicationName = await this.interactions.applicationName(visit.interaction.clientId);
    const login = 'login' in visit ? visit.login.id : '';
    return {
      ...this.#frame(request, visit.interaction.params['ui_locales']),
      csrf: this.forms.token(visit.browser, login),
      ...(applicationName === undefined ? {} : { applicationName }),
      ...('account' in visit ? { displayName: this.#nameOf(visit) } : {}),
    };
  }

  language(request: FastifyRequest, uiLocales: unknown): Language {
    return pickLanguage({
      query: readQuery(request, 'lang'),
      cookie: this.cookies.read(request, 'lang'),
      uiLocales,
      acceptLanguage: request.headers['accept-language'],
      fallback: this.settings.current().lang.default,
    });
  }

  #frame(request: FastifyRequest, uiLocales: unknown): Frame {
    return {
      language: this.language(request, uiLocales),
      path: request.url,
      ...(this.recoveryUrl === undefined ? {} : { recoveryUrl: this.recoveryUrl }),
    };
  }

  #nameOf({ account }: LoginVisit): string {
    const attribute = this.settings.current().login.displayNameAttribute;
    return account.attributes[attribute] ?? account.login;
  }
}
