import { Type } from 'typebox';
import { Page, pageQuery } from '../api/cursor.ts';
import { route } from '../api/route.ts';
import { Event } from './event-schemas.ts';
import { mostExported } from './export/event-export.ts';
import { filterQuery } from './event-filter-query.ts';

const events = { method: 'GET', privilege: 'r_audit', tag: 'Events' } as const;

export const listEvents = route({
  ...events,
  path: 'events',
  summary: 'The journal, the newest first',
  query: Type.Object({ ...pageQuery, ...filterQuery }, { additionalProperties: false }),
  answers: { 200: Page(Event) },
});

export const readEvent = route({
  ...events,
  path: 'events/{id}',
  summary: 'One event',
  params: Type.Object({ id: Type.String({ pattern: '^[0-9]{1,15}$' }) }, { additionalProperties: false }),
  answers: { 200: Event },
});

export const watchEvents = route({
  ...events,
  path: 'events/live',
  summary: 'Events as they are written',
  description:
    'Server-sent events: `data` is an event as in the list. With the `Last-Event-ID` header it goes on where a connection broke; an event may come a ' +
    'second time, never not at all. `missed`: too much was written meanwhile, look at the list. `ended`: you may not watch any more.',
  query: Type.Object(filterQuery, { additionalProperties: false }),
  answers: { 200: null },
  streams: { contentTypes: ['text/event-stream'], summary: 'Events' },
});

export const exportEvents = route({
  ...events,
  path: 'events/export',
  summary: 'The journal as a file, the newest first',
  description: `At most ${mostExported.toLocaleString('en')} events; the file says where it was cut off. Exports are written to the journal.`,
  query: Type.Object({ format: Type.Enum(['csv', 'json']), ...filterQuery }, { additionalProperties: false }),
  answers: { 200: null },
  streams: { contentTypes: ['text/csv', 'application/json'], summary: 'Events' },
});

export const eventsRoutes = [listEvents, readEvent, watchEvents, exportEvents] as const;
