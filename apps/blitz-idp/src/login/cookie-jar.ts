import '@fastify/cookie';
import { newId } from '@blitz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type CookieName = 'browser' | 'login' | 'trusted' | 'known' | 'lang' | 'probe' | 'typed';

const browserShape = /^[A-Za-z0-9_-]{22}$/;

/**
 * Our cookies. Over https they carry `__Host-`: no neighbour on another host name can plant one, which would let a stranger's
 * login run in this browser.
 */
export class CookieJar {
  readonly #secure: boolean;

  constructor(publicUrl: string) {
    this.#secure = publicUrl.startsWith('https:');
  }

  nameOf(name: CookieName): string {
    return this.#secure ? `__Host-blitz_${name}` : `blitz_${name}`;
  }

  read(request: FastifyRequest, name: CookieName): string | undefined {
    // Of an address that the router could not read no cookies were read either.
    return (request.cookies as FastifyRequest['cookies'] | undefined)?.[this.nameOf(name)];
  }

  /** The browser's own name, which every login in it is bound to. */
  browserOf(request: FastifyRequest): string | undefined {
    const value = this.read(request, 'browser');
    return value !== undefined && browserShape.test(value) ? value : undefined;
  }

  set(reply: FastifyReply, name: CookieName, value: string, maxAgeSec?: number): void {
    reply.setCookie(this.nameOf(name), value, {
      ...this.options(),
      ...(maxAgeSec === undefined ? {} : { maxAge: maxAgeSec }),
    });
  }

  clear(reply: FastifyReply, name: CookieName): void {
    reply.clearCookie(this.nameOf(name), this.options());
  }

  options(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure };
  }

  newBrowser(): string {
    return newId();
  }
}
