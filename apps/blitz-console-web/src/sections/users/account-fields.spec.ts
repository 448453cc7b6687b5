import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../client/problem.ts';
import { atFields, attributesIn, attributeValues } from './account-fields.ts';

describe('the attributes of an account in a form', () => {
  it('are those of the directory, and those that the account still has', () => {
    expect(attributeValues(['name', 'login'], { name: 'Ada', shoe: '42' })).toEqual({ 'attribute:name': 'Ada', 'attribute:login': '', 'attribute:shoe': '42' });
  });

  it('go back without what is empty, and without what is no attribute', () => {
    expect(attributesIn({ login: 'ada', 'attribute:login': 'x', 'attribute:name': ' ' })).toEqual({ login: 'x' });
  });

  it('have their refusals beside their fields', () => {
    const refused = new Problem({ status: 422, code: 'fields_invalid', fields: [{ pointer: '/body/attributes/email', rule: 'taken', expected: '' }, { pointer: '/body/login', rule: 'taken', expected: '' }] });
    expect(atFields(refused).body.fields?.map(({ pointer }) => pointer)).toEqual(['/body/attribute:email', '/body/login']);
    expect(atFields(new Problem({ status: 503, code: 'directory_busy' })).body).toEqual({ status: 503, code: 'directory_busy' });
  });
});
