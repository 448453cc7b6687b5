import type { Staged } from './staged.ts';

/** Words for an address that people or services reach from outside. */
export const webAddressWords = 'an https address without query (http only in development, or with BLITZ_ALLOW_HTTP=yes)';

export function isWebAddress(text: string, stage: Staged): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const plain = username + password + search + hash === '';
  return plain && (protocol === 'https:' || (protocol === 'http:' && stage.allowsHttp));
}

/** Addresses are kept without a slash at the end, so that paths can be appended. */
export function webAddress(text: string): string {
  return new URL(text).href.replace(/\/+$/, '');
}
