import { describe, expect, it } from '@jest/globals';
import { Type } from 'typebox';
import { checkSchema } from './check-schema.ts';

const person = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 5 }), level: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 })), kind: Type.Enum(['a', 'b']), more: Type.Optional(Type.Array(Type.String(), { maxItems: 1 })) },
  { additionalProperties: false },
);
const fine = { name: 'Ada', kind: 'a' };

describe('what is wrong with a request', () => {
  it('nothing, when it fits', () => {
    expect(checkSchema(person, fine, '/body')).toEqual([]);
  });

  it.each([
    ['a missing field', { kind: 'a' }, [{ pointer: '/body/name', rule: 'required', expected: 'is missing' }]],
    ['an extra field', { ...fine, 'a/b': 1 }, [{ pointer: '/body/a~1b', rule: 'unknown', expected: 'is not a field of this request' }]],
    ['a wrong type', { ...fine, level: '1' }, [{ pointer: '/body/level', rule: 'type', expected: 'must be integer' }]],
    ['out of range', { ...fine, level: 3 }, [{ pointer: '/body/level', rule: 'maximum', expected: 'must be 2 or less', limit: 2 }]],
    ['too long', { ...fine, name: 'Augusta' }, [{ pointer: '/body/name', rule: 'maxLength', expected: 'must have at most 5 characters', limit: 5 }]],
    ['no choice', { ...fine, kind: 'c' }, [{ pointer: '/body/kind', rule: 'enum', expected: 'must be one of ["a","b"]' }]],
    ['not an object', null, [{ pointer: '/body', rule: 'type', expected: 'must be object' }]],
    ['NUL', { ...fine, name: 'A\0' }, [{ pointer: '/body/name', rule: 'characters', expected: 'must not contain NUL or half a surrogate pair' }]],
    ['half a pair, deep inside', { ...fine, more: ['\ud800'] }, [{ pointer: '/body/more/0', rule: 'characters', expected: 'must not contain NUL or half a surrogate pair' }]],
  ])('%s: where, by which rule, and what is allowed', (_what, value, errors) => {
    expect(checkSchema(person, value, '/body')).toEqual(errors);
  });

  it('every field is named, each once', () => {
    expect(checkSchema(person, { name: '', level: 0, kind: 1, x: 1 }, '/body').map(({ pointer }) => pointer).sort()).toEqual(['/body/kind', '/body/level', '/body/name', '/body/x']);
  });
});
