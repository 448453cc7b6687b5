import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { FieldError } from './field-errors.ts';

interface Found {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

type Checker = (value: unknown) => readonly Found[];

const checkers = new WeakMap<object, Checker>();
const mostErrors = 50;
/** Neither PostgreSQL nor a log line can hold them. */
const unprintable = /[\0\p{Cs}]/u;

/** What is wrong with a value, a field once; nothing when it fits. @param at where the value stands: `/body` */
export function checkSchema(schema: TSchema, value: unknown, at: string): readonly FieldError[] {
  const found = checkerOf(schema)(value);
  const errors = found.flatMap((error) => fieldErrors(error, at));
  // Of a choice between shapes every branch complains; the first word about a place is kept, and the most exact place.
  const byPlace = new Map(errors.reverse().map((error) => [error.pointer, error]));
  const wrong = [...byPlace.values()].reverse().slice(0, mostErrors);
  // What is left to its reader whole (`Type.Unknown()`) is not looked into.
  return wrong.length > 0 || isUnknown(schema) ? wrong : textErrors(value, at);
}

const isUnknown = (schema: TSchema): boolean => Object.keys(schema).every((name) => name === 'description');

function checkerOf(schema: TSchema): Checker {
  const known = checkers.get(schema);
  if (known !== undefined) return known;
  const compiled = Compile(schema);
  const checker: Checker = (value) => (compiled.Check(value) ? [] : compiled.Errors(value));
  checkers.set(schema, checker);
  return checker;
}

function fieldErrors({ keyword, instancePath, params }: Found, at: string): FieldError[] {
  const here = `${at}${instancePath}`;
  const named = (names: unknown): string[] => (Array.isArray(names) ? names.map((name) => `${here}/${pointerPart(String(name))}`) : [here]);
  const param = (name: string): unknown => (params as Readonly<Record<string, unknown>>)[name];
  const limit = param('limit');
  switch (keyword) {
    // Says the same as `additionalProperties`, and `anyOf` as its branches.
    case 'boolean':
      return [];
    case 'required':
      return named(param('requiredProperties')).map((pointer) => ({ pointer, rule: 'required', expected: 'is missing' }));
    case 'additionalProperties':
      return named(param('additionalProperties')).map((pointer) => ({ pointer, rule: 'unknown', expected: 'is not a field of this request' }));
    default:
      return [{ pointer: here, rule: keyword, expected: words(keyword, param), ...(typeof limit === 'number' ? { limit } : {}) }];
  }
}

function words(keyword: string, param: (name: string) => unknown): string {
  const says: Readonly<Record<string, () => string>> = {
    type: () => `must be ${String(param('type'))}`,
    minLength: () => `must have at least ${String(param('limit'))} characters`,
    maxLength: () => `must have at most ${String(param('limit'))} characters`,
    minimum: () => `must be ${String(param('limit'))} or more`,
    maximum: () => `must be ${String(param('limit'))} or less`,
    minItems: () => `must have at least ${String(param('limit'))} entries`,
    maxItems: () => `must have at most ${String(param('limit'))} entries`,
    uniqueItems: () => 'must have each entry once',
    enum: () => `must be one of ${JSON.stringify(param('allowedValues'))}`,
    const: () => `must be ${JSON.stringify(param('allowedValue'))}`,
    format: () => `must be a ${String(param('format'))}`,
    pattern: () => `must match ${String(param('pattern'))}`,
    anyOf: () => 'has none of the shapes that are allowed here',
  };
  return says[keyword]?.() ?? `breaks the rule ${keyword}`;
}

function textErrors(value: unknown, at: string): FieldError[] {
  const left: [string, unknown][] = [[at, value]];
  const errors: FieldError[] = [];
  while (left.length > 0 && errors.length < mostErrors) {
    const [pointer, each] = left.pop() ?? ['', undefined];
    if (typeof each === 'string' && unprintable.test(each)) {
      errors.push({ pointer, rule: 'characters', expected: 'must not contain NUL or half a surrogate pair' });
    }
    if (typeof each !== 'object' || each === null) continue;
    for (const [name, inner] of Object.entries(each)) left.push([`${pointer}/${pointerPart(name)}`, inner], [`${pointer}/${pointerPart(name)}`, name]);
  }
  return errors;
}

/** RFC 6901, 3 */
function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100);
}
