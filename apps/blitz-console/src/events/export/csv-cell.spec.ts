import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell } from './csv-cell.ts';

describe('a field of an export', () => {
  it.each([
    ['=HYPERLINK("http://evil","click")', `"'=HYPERLINK(""http://evil"",""click"")"`],
    ['+1+1', `"'+1+1"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    [' =1', `"' =1"`],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    ['fine 1=1', 'fine 1=1'],
    [42, '42'],
    ['', ''],
    [null, ''],
  ])('%p is written as %p', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('is read as it was, but for the apostrophe, and never as a formula', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
      const [read] = parse(`${csvCell(one)},${csvCell(other)},end\r\n`, { relax_column_count: true });
      expect(read?.map((each) => each.replace(/^'(?=\s*[=+\-@\t\r\n|%])/, ''))).toEqual([one, other, 'end']);
      for (const each of read ?? []) expect(each.trimStart()).not.toMatch(/^[=+\-@]/);
    }));
  });
});
