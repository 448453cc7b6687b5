import { describe, expect, it } from '@jest/globals';
import { fieldOf, problemAt, withoutField } from './field-pointers.ts';

const at = (pointer: string) => ({ pointer, rule: 'type', expected: '' });

describe('where an error belongs', () => {
  it.each([['/body/name', 'name'], ['/body/addresses/2', 'addresses/2'], ['/body/a~1b~0c', 'a/b~c'], ['/query/limit', 'limit'], ['/body', '']])('%s stands beside %p', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field);
  });

  it('an error inside of a field stands beside it, unless the field has one of its own', () => {
    expect(problemAt([at('/body/addresses/2')], 'addresses')?.pointer).toBe('/body/addresses/2');
    expect(problemAt([at('/body/addresses/2'), at('/body/addresses')], 'addresses')?.pointer).toBe('/body/addresses');
    expect(problemAt([at('/body/addresses2')], 'addresses')).toBeUndefined();
  });

  it('is forgotten when the field is changed, and no other is', () => {
    expect(withoutField([at('/body/a'), at('/body/a/1'), at('/body/ab')], 'a')).toEqual([at('/body/ab')]);
  });
});
