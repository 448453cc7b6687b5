import type { Applications } from '@blitz/accounts';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Applications as oidc-provider's clients: read only, written by the administrator elsewhere. */
export class ApplicationAdapter implements Adapter {
  constructor(private readonly applications: Applications) {}

  async find(clientId: string): Promise<AdapterPayload | undefined> {
    const application = await this.applications.find(clientId);
    if (application === undefined) return undefined;
    const { metadata, secret } = application;
    return { ...metadata, client_id: clientId, ...(secret === undefined ? {} : { client_secret: secret }) };
  }

  upsert(): Promise<void> {
    return refused();
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  findByUid(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(): Promise<void> {
    return refused();
  }

  destroy(): Promise<void> {
    return refused();
  }

  revokeByGrantId(): Promise<void> {
    return refused();
  }
}

function refused(): Promise<never> {
  return Promise.reject(new Error('applications are not changed by this door'));
}
