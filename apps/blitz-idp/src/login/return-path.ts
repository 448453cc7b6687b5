import type { Mac } from './mac.ts';

const shape = /^\/blitz\/oauth\/ae\/([A-Za-z0-9_-]{10,64})\?b=([A-Za-z0-9_-]{43})(?:&c=([^&]{1,300}))?$/;

/**
 * The `bo` of the login pages: where the login returns to when it is over. It carries a tag that binds it to the browser that
 * began: a login that somebody else began and sent as a link can't be finished here, for him.
 */
export class ReturnPath {
  constructor(private readonly mac: Mac) {}

  of(interaction: string, browser: string, clientId?: string): string {
    const application = clientId === undefined ? '' : `&c=${encodeURIComponent(clientId)}`;
    return `/blitz/oauth/ae/${interaction}?b=${this.mac.of('return', interaction, browser)}${application}`;
  }

  /** @returns the interaction that it leads back to; undefined for anything that was not made for this browser */
  read(bo: unknown, browser: string): string | undefined {
    const [, interaction, tag] = (typeof bo === 'string' ? shape.exec(bo) : null) ?? [];
    if (interaction === undefined) return undefined;
    return this.mac.matches(tag, 'return', interaction, browser) ? interaction : undefined;
  }

  /** Which application the login was for, whoever's it is and even if it is over: good for a link, and for nothing else. */
  clientIn(bo: unknown): string | undefined {
    const [, , , clientId] = (typeof bo === 'string' ? shape.exec(bo) : null) ?? [];
    return clientId === undefined ? undefined : new URLSearchParams(`c=${clientId}`).get('c') ?? undefined;
  }
}
