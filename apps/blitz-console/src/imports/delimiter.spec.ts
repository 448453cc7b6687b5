import { expect, it } from '@jest/globals';
import { delimiterOf } from './delimiter.ts';

it.each([['login,name', ','], ['login;name', ';'], ['login\tname', '\t'], ['login', ','], ['"a;b;c",d', ','], ['"a,b";"c,d";e', ';'], ['', ',']])('%j is separated by %j', (line, delimiter) => {
  expect(delimiterOf(line)).toBe(delimiter);
});
