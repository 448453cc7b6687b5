import { rememberCsrfToken } from '../client/admin-api.ts';

let leaving = false;

/** Whether the page is being left on purpose: then nobody asks whether what was typed may be lost, for it is kept. */
export function isLeaving(): boolean {
  return leaving;
}

/** To the login and back to this very address. @param fresh the person is asked to prove themselves again */
export function leaveToLogin({ fresh = false }: { readonly fresh?: boolean } = {}): void {
  leaving = true;
  location.assign(loginAddress(location, fresh));
}

export function loginAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>, fresh: boolean): string {
  const to = encodeURIComponent(`${pathname}${search}${hash}`);
  return `/blitz/console/login?to=${to}${fresh ? '&fresh=1' : ''}`;
}

/** Ends the session here and at blitz-idp. A form, because the answer leads to another page. */
export function logOut(csrfToken: string): void {
  leaving = true;
  rememberCsrfToken('');
  for (const name of Object.keys(sessionStorage)) if (name.startsWith('blitz-console-draft ')) sessionStorage.removeItem(name);
  void fetch('/blitz/console/logout', { method: 'POST', headers: { 'x-blitz-csrf': csrfToken, 'content-type': 'application/json' }, body: '{}' })
    .then(async (response) => {
      const body: unknown = await response.json().catch(() => undefined);
      const to = typeof body === 'object' && body !== null && 'location' in body && typeof body.location === 'string' ? body.location : '/blitz/console/';
      location.assign(to);
    })
    .catch(() => location.assign('/blitz/console/'));
}
