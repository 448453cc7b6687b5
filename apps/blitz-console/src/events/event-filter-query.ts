import type { EventFilter } from '@blitz/audit';
import { Type, type Static } from 'typebox';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { Moment } from '../api/words.ts';
import { EventType, Outcome } from './event-schemas.ts';

const text = (maxLength: number, description: string) => Type.Optional(Type.String({ minLength: 1, maxLength, description }));

/** Which events are wanted. Fields of the query of each route about events; what is left out is not asked for. */
export const filterQuery = {
  sub: text(128, 'The account that it happened to.'),
  type: Type.Optional(Type.Array(EventType, { minItems: 1, maxItems: 100, uniqueItems: true, description: 'Any of these; repeated in the address.' })),
  outcome: Type.Optional(Outcome),
  from: Type.Optional({ ...Moment, description: 'From this moment on.' }),
  before: Type.Optional({ ...Moment, description: 'Before this moment.' }),
  address: text(64, 'The address that it came from, whole.'),
  client_id: text(256, 'The application.'),
  correlation_id: text(128, 'One request.'),
  actor: text(128, 'Of what was done in the console: who did it, `sub` or `client_id`.'),
};

type Asked = Static<ReturnType<typeof Type.Object<typeof filterQuery>>>;

/** @throws FieldsInvalid when a moment is none */
export function readFilter({ sub, type, outcome, from, before, address, client_id: clientId, correlation_id: correlationId, actor }: Asked): EventFilter {
  return { sub, types: type, outcome, from: momentIn('from', from), before: momentIn('before', before), address, clientId, correlationId, actor };
}

function momentIn(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  // The 60th second that a leap has, which no clock here knows.
  if (Number.isNaN(at)) throw new FieldsInvalid([{ pointer: `/query/${name}`, rule: 'format', expected: 'must be a date-time' }]);
  return at;
}
