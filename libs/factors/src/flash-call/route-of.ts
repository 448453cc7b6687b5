import type { CallTags } from '../guards/call-tags.ts';
import type { Route } from './route.ts';

export type RouteOf = (procedure: string, phoneNumber: string) => Route;

/** Country and operator at most: so many last digits name the person. */
const personalDigits = 7;

/** @param phoneNumber E.164; nothing of it that names the person goes into the route (R14) */
export function routesBy(tags: CallTags): RouteOf {
  return (procedure, phoneNumber) => ({
    procedure,
    destination: phoneNumber.slice(0, -personalDigits),
    prefixTag: tags.prefix(phoneNumber),
  });
}
