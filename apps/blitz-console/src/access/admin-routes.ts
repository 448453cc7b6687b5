import type { Privilege } from '@blitz/accounts';

export interface AdminRoute {
  readonly privilege: Privilege;
  /** Bytes; 64 KiB otherwise. */
  readonly bodyLimit?: number;
}

export const adminPath = '/blitz/admin/api';

/** Every route of the admin API and what it takes to use it. One that does not stand here keeps the service from starting. */
export const adminRoutes: Readonly<Record<string, AdminRoute>> = {
  // 64 KiB of source, each character written as `\u….` at the worst, and the rest.
  [`POST ${adminPath}/v1/test-calls`]: { privilege: 'w_system', bodyLimit: 400 * 1024 },
  [`GET ${adminPath}/v1/statistics`]: { privilege: 'w_system' },
};

/** @param url the pattern of a route, as the router knows it */
export function isAdminUrl(url: string): boolean {
  return url === adminPath || url.startsWith(`${adminPath}/`);
}

export function adminRoute(method: string, url: string): AdminRoute | undefined {
  // Fastify answers HEAD wherever it answers GET.
  const name = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  return Object.hasOwn(adminRoutes, name) ? adminRoutes[name] : undefined;
}
