import { describe, expect, it } from '@jest/globals';
import type { Attributes } from '../account/account.ts';
import type { AttributeRule } from './attribute-rule.ts';
import { readAttributesByRules } from './read-attributes-by-rules.ts';

const rule = (name: string, more: Partial<AttributeRule> = {}): AttributeRule => ({ name, format: 'string', required: false, searchable: false, unique: false, normalised: (value) => value, ...more });
const rules = {
  country: 'RU',
  attributes: [
    rule('phone_number'), rule('email'), rule('name', { required: true }), rule('born', { format: 'date' }), rule('staff', { format: 'boolean' }),
    rule('floor', { format: 'integer' }), rule('odd', { format: 'constructor' }), rule('code', { normalised: (value) => value.trim().toUpperCase() }),
  ],
};
const reads = (attributes: Attributes, before?: Attributes) => readAttributesByRules(attributes, rules, before);

describe('attributes by the rules of the directory', () => {
  it('are kept in its form, and empty ones not at all', () => {
    expect(reads({ name: 'Ada', phone_number: '8 (916) 123-45-67', code: ' b17 ', email: '' })).toEqual({ attributes: { name: 'Ada', phone_number: '+79161234567', code: 'B17' }, faults: [] });
  });

  it.each([
    [{ phone_number: '12' }, 'phone_number', 'phone_number'],
    [{ phone_number: '+7 809 123 45 67' }, 'phone_number', 'phone_number'],
    [{ email: 'ada' }, 'email', 'format'],
    [{ email: 'a@b c' }, 'email', 'format'],
    [{ born: '1815-02-30' }, 'born', 'format'],
    [{ born: '10.12.1815' }, 'born', 'format'],
    [{ staff: 'yes' }, 'staff', 'format'],
    [{ floor: '1.5' }, 'floor', 'format'],
    [{ shoe: '42' }, 'shoe', 'unknown'],
    [{ constructor: 'x' }, 'constructor', 'unknown'],
    [{ name: 'a\0' }, 'name', 'characters'],
    [{ name: 'a\nb' }, 'name', 'characters'],
    [{ code: 'x'.repeat(1025) }, 'code', 'maxLength'],
    [{ name: '' }, 'name', 'required'],
  ] as readonly [Attributes, string, string][])('%j: refused at %s by the rule %s, without the value', (attributes, name, broken) => {
    const { faults } = reads({ name: 'Ada', ...attributes });
    expect(faults).toEqual([{ field: `attributes/${name}`, rule: broken, expected: expect.any(String) }]);
    for (const value of Object.values(attributes)) if (value !== '') expect(JSON.stringify(faults)).not.toContain(`"${value}"`);
  });

  it.each([{ born: '1815-12-10' }, { staff: 'true' }, { floor: '-2' }, { odd: 'anything' }, { email: 'Ada@Example.org' }] as Attributes[])('%j fits', (attributes) => {
    expect(reads({ name: 'Ada', ...attributes })).toEqual({ attributes: { name: 'Ada', ...attributes }, faults: [] });
  });

  it('are not judged again where they stay as they were: a rule that came later stands in nobody’s way', () => {
    const before = { phone_number: '12', shoe: '42', name: 'Ada' };
    expect(reads({ ...before, name: 'Augusta' }, before)).toEqual({ attributes: { ...before, name: 'Augusta' }, faults: [] });
    expect(reads({ ...before, shoe: '43' }, before).faults).toHaveLength(1);
  });
});
