import { actorOf, outcomeOf, type JournalEntry } from '@blitz/audit';
import type { Static } from 'typebox';
import { moment } from '../api/words.ts';
import { detailKinds, wireName, type Event } from './event-schemas.ts';

/** An event on the wire. */
export function describeEntry({ id, event, login, actorLogin }: JournalEntry): Static<typeof Event> {
  return {
    id: String(id),
    at: moment(event.at),
    type: event.type,
    outcome: outcomeOf(event),
    sub: event.sub ?? null,
    person: login ?? null,
    actor: actorOf(event) ?? null,
    actor_name: actorLogin ?? null,
    address: event.address ?? null,
    client_id: event.clientId ?? null,
    method: event.method ?? null,
    login: event.login ?? null,
    sid: event.sid ?? null,
    correlation_id: event.correlationId ?? null,
    user_agent: event.userAgent ?? null,
    details: Object.fromEntries(Object.entries(event.details ?? {}).map(([name, value]) => [wireName(name), detail(name, value)])),
  };
}

function detail(name: string, value: unknown): unknown {
  return Object.hasOwn(detailKinds, name) && detailKinds[name] === 'instant' && typeof value === 'number' ? moment(value) : value;
}
