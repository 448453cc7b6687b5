import { acr } from '@blitz/factors';
import { errors, type Configuration } from 'oidc-provider';
import { privilegesOfClients } from '../machines/machine-applications.ts';

/** Client metadata of our own: 2 when the administrator wants two factors for each login to this application. */
const name = 'required_factor';

/** All metadata of our own that clients may have. */
export const wordsOfClients: NonNullable<Configuration['extraClientMetadata']> = {
  properties: [...(privilegesOfClients.properties ?? []), name],
  validator: (ctx, key, value, metadata) => {
    if (key !== name) return privilegesOfClients.validator?.(ctx, key, value, metadata);
    if (value !== undefined && value !== 2) throw new errors.InvalidClientMetadata(`${name} must be 2 where it is given`);
  },
};

/**
 * What the administrator wants for an application is asked for in its name, whatever its request says: that passes through the
 * browser of the person whom it is about, who could take the wish out of the address.
 */
export const askedInItsName: NonNullable<Configuration['extraParams']> = {
  acr_values: (ctx, _asked, client) => {
    if (Reflect.get(client, name) === 2 && ctx.oidc.params !== undefined) ctx.oidc.params['acr_values'] = acr.twoFactors;
  },
};
