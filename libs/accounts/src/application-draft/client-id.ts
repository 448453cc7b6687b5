import { consoleClientId } from '../application/console-client.ts';

/** The clients that blitz-idp brings itself: nobody creates, changes or deletes them. */
const builtIn: ReadonlySet<string> = new Set([consoleClientId]);

export const builtInClientIds: readonly string[] = [...builtIn];

export function isBuiltIn(clientId: string): boolean {
  return builtIn.has(clientId);
}

/**
 * Whether an application may be given this id. Narrower than the standard (RFC 6749, appendix A.1): it stands in addresses, in the
 * journal and in logs, where nothing may look like a telephone number (R14).
 */
export function isNewClientId(clientId: string): boolean {
  return /^(?!.*\d[\d-]{6})[A-Za-z][A-Za-z0-9._-]{0,99}$/.test(clientId) && !isBuiltIn(clientId.toLowerCase());
}
