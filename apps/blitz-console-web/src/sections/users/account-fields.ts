import type { components } from '@blitz/admin-client';
import { Problem, problemOf } from '../../client/problem.ts';

export type User = components['schemas']['User'];
export type DirectoryAttribute = components['schemas']['DirectoryAttribute'];
export type AttributeValues = Readonly<Record<string, string>>;

const prefix = 'attribute:';

/** What a form calls an attribute: an attribute may be called `login`. */
export const attributeField = (name: string): string => `${prefix}${name}`;

/** The fields of all attributes: those of the directory, and those that an account has although the directory knows them no more. */
export function attributeValues(names: readonly string[], attributes: AttributeValues): Record<string, string> {
  const all = new Set([...names, ...Object.keys(attributes)]);
  return Object.fromEntries([...all].map((name) => [attributeField(name), attributes[name] ?? '']));
}

/** Back to what the API takes. Empty fields are no values. */
export function attributesIn(values: AttributeValues): Record<string, string> {
  const entries = Object.entries(values).filter(([field, value]) => field.startsWith(prefix) && value.trim() !== '');
  return Object.fromEntries(entries.map(([field, value]) => [field.slice(prefix.length), value]));
}

/** Of a refusal: `/body/attributes/email` → `/body/attribute:email`, the field of the form. */
export function atFields(thrown: unknown): Problem {
  const { body } = problemOf(thrown);
  const fields = body.fields?.map((field) => ({ ...field, pointer: field.pointer.replace('/body/attributes/', `/body/${prefix}`) }));
  return new Problem(fields === undefined ? body : { ...body, fields }, { cause: thrown });
}
