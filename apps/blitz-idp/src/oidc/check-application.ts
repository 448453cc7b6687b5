import type { Application } from '@blitz/accounts';
import { Provider, type Adapter } from 'oidc-provider';
import { ApplicationAdapter } from './application-adapter.ts';
import { protocol } from './protocol.ts';

/**
 * Asks oidc-provider whether it would serve this application, as it will when the first person comes.
 *
 * @throws Error with what is wrong, in the standard's words
 */
export async function checkApplication(application: Application): Promise<void> {
  const applications = { find: () => Promise.resolve(application), save: () => Promise.reject(new Error('nothing is saved here')) };
  const adapter = (): Adapter => new ApplicationAdapter(applications);
  const provider = new Provider('http://localhost', { ...protocol(), adapter });
  try {
    await provider.Client.find(application.clientId);
  } catch (error) {
    const words = error instanceof Error && 'error_description' in error ? String(error.error_description) : undefined;
    throw words === undefined ? error : new Error(words, { cause: error });
  }
}
