import { errorPage, loggedOutPage, logoutPage, unavailablePage, type Frame, type HiddenField } from '@blitz/pages';
import { isOutage } from '@blitz/platform';
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

/** Draws the frame of a page for a request that oidc-provider answers. */
export type FrameOf = (ctx: KoaContextWithOIDC) => Frame;

/** The few pages that oidc-provider shows itself, in our dress. */
export class ProviderPages {
  constructor(
    private readonly frameOf: FrameOf,
    private readonly correlationOf: (ctx: KoaContextWithOIDC) => string,
  ) {}

  error(ctx: KoaContextWithOIDC, { error }: ErrorOut, cause: unknown): void {
    const frame = this.frameOf(ctx);
    ctx.type = 'html';
    if (isOutage(cause)) {
      ctx.body = unavailablePage({ frame, correlationId: this.correlationOf(ctx), ...(ctx.method === 'GET' ? { retryHref: frame.path } : {}) });
      return;
    }
    // Our own fault may be gone in a moment; an application's is there again.
    const retry = error === 'server_error' && ctx.method === 'GET' ? { retryHref: frame.path } : {};
    ctx.body = errorPage({ frame, error, correlationId: this.correlationOf(ctx), ...retry });
  }

  /**
   * Without a session oidc-provider sends its logout form by an inline script. Nothing of ours is inline: the person presses the
   * button. Forms that carry an answer to an application (`form_post`) stay as they are.
   */
  async withoutScript(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
    await next();
    const { body } = ctx;
    if (typeof body !== 'string' || !body.includes('document.forms[0].submit()')) return;
    if (/action="[^"]*\/oauth\/logout\/confirm"/.test(body)) this.logout(ctx, body);
  }

  /** @param form the form as oidc-provider wrote it: its address and hidden fields are what counts */
  logout(ctx: KoaContextWithOIDC, form: string): void {
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
    const hidden: HiddenField[] = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => ({
      name,
      value,
    }));
    ctx.type = 'html';
    ctx.body = logoutPage({ frame: this.frameOf(ctx), action, hidden });
  }

  loggedOut(ctx: KoaContextWithOIDC): void {
    ctx.type = 'html';
    ctx.body = loggedOutPage({ frame: this.frameOf(ctx) });
  }
}
