import { auditDetails, auditEventTypes, outcomes, type DetailKind } from '@blitz/audit';
import { Type, type TSchema } from 'typebox';
import { Moment, named, orNull } from '../api/words.ts';

export const EventType = named('EventType', Type.Enum([...auditEventTypes]));
export const Outcome = named('EventOutcome', Type.Enum([...outcomes]));

const Change = Type.Object({ before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) });

const ofKind: { readonly [Kind in DetailKind]: TSchema } = {
  count: Type.Integer(),
  ms: Type.Integer({ description: 'Milliseconds.' }),
  instant: Moment,
  version: Type.Integer(),
  flag: Type.Boolean(),
  word: Type.String(),
  name: Type.String(),
  hint: Type.String(),
  id: Type.String(),
  actor: Type.String(),
  target: Type.String(),
  difference: Type.Record(Type.String(), Change, { description: 'Field by field. Secrets are covered, telephone numbers masked.' }),
};

/** `triesLeft` → `tries_left`, `dialMs` → `dial_ms` */
export const wireName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Of every detail that any type may have, under its name here. */
export const detailKinds: Readonly<Record<string, DetailKind>> = Object.fromEntries(Object.values(auditDetails).flatMap((each) => Object.entries(each)));

type DetailName<Kinds> = Kinds extends unknown ? keyof Kinds & string : never;
type Snake<Name extends string> = Name extends `${infer First}${infer Rest}` ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}` : '';
type WireName = Snake<DetailName<(typeof auditDetails)[keyof typeof auditDetails]>>;

/** From the same table that the journal is written by. */
const details = Object.fromEntries(Object.entries(detailKinds).map(([name, kind]) => [wireName(name), Type.Optional(ofKind[kind])])) as {
  readonly [Name in WireName]: ReturnType<typeof Type.Optional<TSchema>>;
};

export const EventDetails = named('EventDetails', Type.Object(details));

export const Event = named('Event', Type.Object({
  id: Type.String({ description: 'Its number in the journal.' }),
  at: Moment,
  type: EventType,
  outcome: Outcome,
  sub: orNull(Type.String({ description: 'The account that it happened to.' })),
  person: orNull(Type.String({ description: 'How that account logs in now.' })),
  actor: orNull(Type.String({ description: 'Of `administration`: who did it, `sub` or `client_id`.' })),
  actor_name: orNull(Type.String({ description: 'How that account logs in now.' })),
  address: orNull(Type.String()),
  client_id: orNull(Type.String({ description: 'The application.' })),
  method: orNull(Type.String()),
  login: orNull(Type.String({ description: 'The same in all events of one login. It opens nothing.' })),
  sid: orNull(Type.String()),
  correlation_id: orNull(Type.String({ description: 'The same in all events, log lines and calls of one request.' })),
  user_agent: orNull(Type.String()),
  details: EventDetails,
}));
