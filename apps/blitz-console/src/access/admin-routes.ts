import { routerPath, type Route } from '../api/route.ts';
import { documentPath } from '../api/document-path.ts';
import { allRoutes } from '../api/sections.ts';
import { tryItUrls } from '../try-it/try-it-paths.ts';

export const adminPath = '/blitz/admin/api';

/** Every route of the admin API by its name in the router. One that is described nowhere keeps the service from starting. */
export const adminRoutes: ReadonlyMap<string, Route> = new Map(allRoutes.map((route) => [`${route.method} ${routerPath(route)}`, route]));

/** What the API looks like is no secret: whoever writes a program needs it before they have a token. */
const open: ReadonlySet<string> = new Set([documentPath, ...tryItUrls].map((url) => `GET ${url}`));

/** @param url the pattern of a route, as the router knows it */
export function isAdminUrl(url: string): boolean {
  return url === adminPath || url.startsWith(`${adminPath}/`);
}

export function isOpen(method: string, url: string): boolean {
  return open.has(nameOf(method, url));
}

export function adminRoute(method: string, url: string): Route | undefined {
  return adminRoutes.get(nameOf(method, url));
}

/** Fastify answers HEAD wherever it answers GET. */
const nameOf = (method: string, url: string): string => `${method === 'HEAD' ? 'GET' : method} ${url}`;

