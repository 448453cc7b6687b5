import { Type, type TSchema } from 'typebox';

/** Gives a schema a name in the document, and so in the generated client. */
export function named<Schema extends TSchema>(name: string, schema: Schema): Schema {
  return { ...schema, $id: name };
}

/** RFC 3339, in UTC. */
export const Moment = Type.String({ format: 'date-time', description: 'RFC 3339, in UTC.', examples: ['2026-11-26T12:00:00.000Z'] });

export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** An account. */
export const Sub = Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$', description: 'The `sub` of an account.' });

export const moment = (at: number): string => new Date(at).toISOString();
export const momentOrNull = (at: number | undefined): string | null => (at === undefined ? null : moment(at));
