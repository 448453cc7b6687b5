import '@fastify/cookie';
import { newId } from '@blitz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

const shapes = { 'blitz-console': /^[A-Za-z0-9_-]{43}$/, 'blitz-console-login': /^[A-Za-z0-9_-]{22}$/ } as const;
type Name = keyof typeof shapes;

const loginSec = 40 * 60;

/** Cookies of blitz-console. Over https they carry `__Host-`: no neighbour on another host name can plant one. */
export class ConsoleCookies {
  readonly #secure: boolean;

  constructor(publicUrl: string) {
    this.#secure = publicUrl.startsWith('https:');
  }

  /** The token of the session. */
  session(request: FastifyRequest): string | undefined {
    return this.#read(request, 'blitz-console');
  }

  /** It ends with the browser; the server ends it sooner. */
  keepSession(reply: FastifyReply, token: string): void {
    reply.setCookie(this.#nameOf('blitz-console'), token, this.#options());
  }

  forgetSession(reply: FastifyReply): void {
    reply.clearCookie(this.#nameOf('blitz-console'), this.#options());
  }

  /** What binds attempts to sign in to this browser: the same for all of its tabs. */
  browser(request: FastifyRequest): string | undefined {
    return this.#read(request, 'blitz-console-login');
  }

  keepBrowser(request: FastifyRequest, reply: FastifyReply): string {
    const browser = this.browser(request) ?? newId();
    reply.setCookie(this.#nameOf('blitz-console-login'), browser, { ...this.#options(), maxAge: loginSec });
    return browser;
  }

  #read(request: FastifyRequest, name: Name): string | undefined {
    // Of an address that the router could not read no cookies were read either.
    const value = (request.cookies as FastifyRequest['cookies'] | undefined)?.[this.#nameOf(name)];
    return value !== undefined && shapes[name].test(value) ? value : undefined;
  }

  #nameOf(name: Name): string {
    return this.#secure ? `__Host-${name}` : name;
  }

  #options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
  }
}
