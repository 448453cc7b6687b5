import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

describe('a request for a test call', () => {
  let town: Town;
  beforeAll(async () => (town = await Town.open()));
  afterAll(() => town.close());

  const phone = '+79160000001';
  const fine = { phone_number: phone, procedure: 'simulator' };
  const draft = { name: 'Draft', source: 'export default class X implements HttpLoop { run() { return HttpLoop.error("x"); } }', hosts: [] };
  const refused = async (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await town.asks(body, { headers });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return (await answer.json()) as Record<string, unknown>;
  };

  it.each([
    ['nothing', '', 400, 'request_malformed'],
    ['no object', '[]', 422, 'fields_invalid'],
    ['null', 'null', 422, 'fields_invalid'],
    ['a text', '"+79160000001"', 422, 'fields_invalid'],
    ['half of an object', '{"phone_number":', 400, 'request_malformed'],
    ['a name twice', `{"phone_number":"${phone}","procedure":"a","phone_number":"+79160000002"}`, 400, 'fields_repeated'],
    ['a name twice, written otherwise', `{"procedure":"a","proc\\u0065dure":"b","phone_number":"${phone}"}`, 400, 'fields_repeated'],
    ['a name twice, deep inside', `{"phone_number":"${phone}","procedure":"a","draft":{"name":"a","name":"b","source":"","hosts":[]}}`, 400, 'fields_repeated'],
    ['another prototype', `{"phone_number":"${phone}","procedure":"a","__proto__":{"code_length":9}}`, 400, 'request_malformed'],
    ['a hundred thousand brackets', `{"phone_number":${'['.repeat(100_000)}${']'.repeat(100_000)},"procedure":"a"}`, 422, 'fields_invalid'],
  ])('that is %s is refused', async (_, body, status, code) => {
    expect(await refused(body)).toMatchObject({ status, code });
  });

  it.each([
    ['phone_number', [undefined, null, '', 5, [phone], {}, 'abc', '+7', '9160000001', `${phone}\0`, '+7'.padEnd(5_000, '9')]],
    ['procedure', [undefined, null, '', 5, ['simulator'], {}, '__proto__', '../simulator', 'a'.repeat(10_000), '🜚', 'simulator ', 'My Own', 'a1b2c3d4']],
    ['code_length', [null, '', '4', 2, 11, 4.5, -4, 1e300, [4], {}, true]],
    ['draft', [null, '', 5, [], 'source', { ...draft, version: 3 }, [draft]]],
  ])('with a %s of another kind names it and what was expected', async (field, values) => {
    for (const value of values) {
      const problem = await refused({ ...fine, [field]: value });
      const at: unknown = expect.objectContaining({ pointer: expect.stringMatching(`^/body/${field}`), expected: expect.any(String) });
      expect(problem).toMatchObject({ status: 422, code: 'fields_invalid', fields: expect.arrayContaining([at]) });
    }
  });

  it.each([
    ['name', [undefined, null, '', 5, [], 'x'.repeat(101)]],
    ['source', [undefined, null, 5, [], {}, '\ud800', '\0', 'x'.repeat(65_537)]],
    ['hosts', [undefined, null, 'a.example', 5, [5], Array.from({ length: 21 }, () => 'a.example')]],
  ])('with a draft whose %s is of another kind names it', async (field, values) => {
    for (const value of values) {
      const problem = await refused({ ...fine, procedure: 'my-own', draft: { ...draft, [field]: value } });
      const at: unknown = expect.objectContaining({ pointer: expect.stringMatching(`^/body/draft/${field}`) });
      expect(problem).toMatchObject({ status: 422, code: 'fields_invalid', fields: expect.arrayContaining([at]) });
    }
  });

  it.each([
    ['name', [' '.repeat(3), 'a\nb']],
    ['source', ['', 'x', '\u202e', '🜚'.repeat(10), '\u0416'.repeat(65_000)]],
    ['hosts', [['*'], ['a.example/path'], ['https://a.example']]],
  ])('with a draft whose %s is none tells where it is wrong', async (field, values) => {
    for (const value of values) {
      const problem = await refused({ ...fine, procedure: 'my-own', draft: { ...draft, [field]: value } });
      expect(problem).toMatchObject({ status: 422, code: 'procedure_invalid', problems: expect.arrayContaining([{ line: expect.any(Number), column: expect.any(Number), message: expect.any(String) }]) });
    }
  });

  it('with a name that is not known is refused', async () => {
    const problem = await refused({ ...fine, code_lenght: 4 });
    expect(problem).toMatchObject({ code: 'fields_invalid', fields: [{ pointer: '/body/code_lenght', rule: 'unknown' }] });
  });

  it('of a procedure that there is not is refused', async () => {
    for (const procedure of ['nobody', 'constructor']) expect(await refused({ ...fine, procedure })).toMatchObject({ status: 404, code: 'procedure_unknown' });
  });

  it('is refused when it is too large; the largest source, written at its longest, is not', async () => {
    expect(await refused('x'.repeat(400 * 1024 + 1))).toMatchObject({ status: 413, code: 'body_too_large' });
    const longest = JSON.stringify({ ...fine, procedure: 'my-own', draft: { ...draft, source: '' } }).replace('"source":""', `"source":"${'\\u0020'.repeat(65_536)}"`);
    expect(await refused(longest)).toMatchObject({ status: 422, code: 'procedure_invalid' });
  });

  it('is JSON, and nothing else', async () => {
    const form = new URLSearchParams(fine).toString();
    expect(await refused(form, { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 415, code: 'body_unsupported' });
    expect(await refused(JSON.stringify(fine), { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });

  it('that was refused is in no journal, and called nobody', async () => {
    expect(await town.events()).toEqual([]);
    expect(town.log).not.toMatch(/9160000001/);
  });
});
