import type { Administrator } from './administrator.ts';

/** Things of the town that pages are about. */
interface Things {
  readonly sub: string;
  readonly clientId: string;
  readonly procedure: string;
}

/** Every page of the console, as addresses below `/blitz/console`. A page that does not stand here is looked at by no test. */
const pages: readonly ((things: Things) => string)[] = [
  () => '/authentication/general',
  () => '/authentication/password',
  () => '/authentication/first',
  () => '/authentication/second',
  () => '/authentication/second/flashCall',
  () => '/authentication/second/flashCall/driver',
  () => '/authentication/second/flashCall/driver/new',
  ({ procedure }) => `/authentication/second/flashCall/driver/${procedure}`,
  ({ procedure }) => `/authentication/second/flashCall/driver/${procedure}/versions`,
  () => '/users',
  () => '/users?q=ada',
  () => '/users?q=nobody-is-called-so',
  () => '/users/new',
  () => '/users/import',
  ({ sub }) => `/users/${sub}`,
  ({ sub }) => `/users/${sub}/security`,
  ({ sub }) => `/users/${sub}/browsers`,
  ({ sub }) => `/users/${sub}/events`,
  () => '/applications',
  () => '/applications/new',
  () => '/applications/new/web',
  () => '/applications/new/native',
  () => '/applications/new/machine',
  ({ clientId }) => `/applications/known/${clientId}`,
  () => '/events',
  () => '/calls',
  () => '/administrators',
  () => '/administrators/new',
  ({ sub }) => `/administrators/${sub}`,
  () => '/configuration',
  () => '/configuration/history',
  () => '/configuration/transfer',
];

/** @param administrator who is inside; the pages about an account are about their own */
export async function consoleAddresses({ page }: Administrator): Promise<readonly string[]> {
  const read = (path: string): Promise<unknown> => page.evaluate(`fetch(${JSON.stringify(path)}).then((answer) => answer.json())`);
  const { person } = (await read('/blitz/console/session')) as { readonly person: { readonly sub: string } };
  const { items } = (await read('/blitz/admin/api/v1/procedures')) as { readonly items: readonly { readonly key: string }[] };
  const things = { sub: person.sub, clientId: 'demo', procedure: items[0]?.key ?? '' };
  return pages.map((address) => address(things));
}
