import type { Mac } from './mac.ts';

const shape = /^\/blitz\/oauth\/ae\/([A-Za-z0-9_-]{10,64})\?b=([A-Za-z0-9_-]{43})$/;

/**
 * The `bo` of the login pages: where the login returns to when it is over. It carries a tag that binds it to the browser that
 * began: a login that somebody else began and sent as a link can't be finished here, for him.
 */
export class ReturnPath {
  constructor(private readonly mac: Mac) {}

  of(interaction: string, browser: string): string {
    return `/blitz/oauth/ae/${interaction}?b=${this.mac.of('return', interaction, browser)}`;
  }

  /** @returns the interaction that it leads back to; undefined for anything that was not made for this browser */
  read(bo: unknown, browser: string): string | undefined {
    const [, interaction, tag] = (typeof bo === 'string' ? shape.exec(bo) : null) ?? [];
    if (interaction === undefined) return undefined;
    return this.mac.matches(tag, 'return', interaction, browser) ? interaction : undefined;
  }
}
