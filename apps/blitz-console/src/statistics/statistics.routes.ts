import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { Moment, named, orNull } from '../api/words.ts';

export const usualDays = 7;
/** So long they are kept. */
const longestDays = 90;

const Destination = named('DestinationStatistics', Type.Object({
  destination: Type.String({ description: 'E.164 without the last seven digits.' }),
  offered: Type.Integer(),
  placed: Type.Integer(),
  completed: Type.Integer(),
  mean_to_code_ms: orNull(Type.Integer()),
}, { additionalProperties: true }));

const Fault = named('CallFault', Type.Object({ at: Moment }, { additionalProperties: true }));

const Statistics = named('CallStatistics', Type.Object({
  days: Type.Integer(),
  procedures: Type.Array(Type.Object({
    procedure: Type.String(),
    enabled: Type.Boolean(),
    rests_until: orNull(Type.String({ format: 'date-time' })),
    destinations: Type.Array(Destination),
    last_faults: Type.Array(Fault),
  })),
}));

export const readStatistics = route({
  method: 'GET',
  path: 'statistics',
  privilege: ['w_system', 'r_audit'],
  tag: 'Calls',
  summary: 'What became of calls, by procedure and destination',
  query: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: longestDays, default: usualDays })) }, { additionalProperties: false }),
  answers: { 200: Statistics },
});

export const statisticsRoutes = [readStatistics] as const;
