import type { components } from '@blitz/admin-client';

export type Application = components['schemas']['Application'];
export type ApplicationWithSecret = components['schemas']['ApplicationWithSecret'];
export type ApplicationKind = Application['kind'];
export type ApplicationChange = components['schemas']['ApplicationChange'];
export type Privilege = Application['privileges'][number];

export const kinds = ['web', 'native', 'machine'] as const satisfies readonly ApplicationKind[];

export const privileges = ['w_admin', 'w_app', 'w_system', 'w_user', 'w_ui', 'r_audit'] as const satisfies readonly Privilege[];

/** What the forms ask for. */
export interface ApplicationValues {
  readonly client_id: string;
  readonly name: string;
  readonly redirect_uris: readonly string[];
  readonly post_logout_redirect_uris: readonly string[];
  readonly required_factor: 2 | null;
  readonly refresh_tokens: boolean;
  readonly privileges: readonly Privilege[];
}

export const nothingYet: ApplicationValues = {
  client_id: '', name: '', redirect_uris: [''], post_logout_redirect_uris: [], required_factor: null, refresh_tokens: true, privileges: [],
};

export function valuesOf({ client_id, name, redirect_uris, post_logout_redirect_uris, required_factor, refresh_tokens, privileges: may }: Application): ApplicationValues {
  return { client_id, name, redirect_uris, post_logout_redirect_uris, required_factor, refresh_tokens, privileges: may };
}

/** The fields that applications of this kind have. */
export function changeOf(kind: ApplicationKind, { name, redirect_uris, post_logout_redirect_uris, required_factor, refresh_tokens, privileges: may }: ApplicationValues): ApplicationChange {
  if (kind === 'machine') return { kind, name, privileges: [...may] };
  return { kind, name, redirect_uris: [...redirect_uris], post_logout_redirect_uris: [...post_logout_redirect_uris], required_factor, refresh_tokens };
}
