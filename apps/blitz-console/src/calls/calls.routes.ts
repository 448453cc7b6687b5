import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { Moment, named, orNull } from '../api/words.ts';

const calls = { method: 'GET', privilege: ['w_system', 'r_audit'], tag: 'Calls' } as const;

const counted = { asked: Type.Integer(), placed: Type.Integer(), failed: Type.Integer(), refused: Type.Integer(), completed: Type.Integer() };
const Reasons = Type.Array(Type.Object({ reason: Type.String({ description: 'Empty where none was told.' }), count: Type.Integer() }), { description: 'The most frequent first.' });

const CallsOverview = named('CallsOverview', Type.Object({
  as_of: Moment,
  from: Moment,
  before: Moment,
  bucket: Type.Enum(['hour', 'day']),
  buckets: Type.Array(Type.Object({ at: Moment, ...counted })),
  totals: Type.Object({ ...counted, wrong_entries: Type.Integer(), blocks_begun: Type.Integer() }),
  failures: Reasons,
  refusals: Reasons,
  guards: Reasons,
  time_to_code: orNull(Type.Object({
    codes: Type.Integer({ description: 'Of so many: the last ones, 500 at most.' }),
    mean_ms: Type.Integer(),
    p50_ms: Type.Integer(),
    p90_ms: Type.Integer(),
  })),
}));

const QueueLine = named('QueueLine', Type.Object({
  waiting: Type.Integer(),
  active: Type.Integer(),
  delayed: Type.Integer(),
  failed: Type.Integer({ description: 'A dialler broke down with them.' }),
  oldest_wait_ms: Type.Integer({ description: '0 when none waits.' }),
  under_way_ms: Type.Array(Type.Integer(), { description: 'How long those under way have been, the longest first; 50 at most.' }),
}));

const CallQueues = named('CallQueues', Type.Object({ as_of: Moment, calls: QueueLine, follow_ups: QueueLine }));

/** Each hour and day is told, also those without a call. */
export const longestDays = { hour: 7, day: 92 } as const;

export const readOverview = route({
  ...calls,
  path: 'calls/overview',
  summary: 'What became of calls over time, and why they were not made',
  description: `Whole hours or days of UTC. At most ${longestDays.hour} days by hour and ${longestDays.day} by day; the last 24 hours when nothing is said.`,
  query: Type.Object(
    { from: Type.Optional(Moment), to: Type.Optional(Moment), bucket: Type.Optional(Type.Enum(['hour', 'day'], { description: '`hour` when left out.' })) },
    { additionalProperties: false },
  ),
  answers: { 200: CallsOverview },
});

export const readQueues = route({ ...calls, path: 'calls/queue', summary: 'How the diallers keep up, this moment', answers: { 200: CallQueues } });

export const callsRoutes = [readOverview, readQueues] as const;
