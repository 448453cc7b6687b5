import type { Privilege } from '../application/privilege.ts';

/**
 * What an administrator says of an application. Its kind never changes:
 *
 *   web      runs on a server and keeps a secret
 *   native   runs on people's own devices, or in their browsers, and can keep none (RFC 8252): PKCE stands in
 *   machine  logs nobody in, and works with the admin API (RFC 6749, 4.4)
 */
export type ApplicationDraft = ApplicationForPeople | ApplicationForMachines;

export interface ApplicationForPeople {
  readonly kind: 'web' | 'native';
  /** As people read it when they log in. */
  readonly name: string;
  /** Where logins return to. */
  readonly redirectUris: readonly string[];
  /** Where logouts return to. */
  readonly postLogoutRedirectUris: readonly string[];
  /** 2: each login to it takes two factors, in trusted browsers too. Null: what the installation and the account ask for. */
  readonly requiredFactor: 2 | null;
  /** It gets refresh tokens. */
  readonly refreshTokens: boolean;
}

export interface ApplicationForMachines {
  readonly kind: 'machine';
  readonly name: string;
  /** What it may do. */
  readonly privileges: readonly Privilege[];
}

export type ApplicationKind = ApplicationDraft['kind'];
