import { describe, expect, it } from '@jest/globals';
import { inBody } from './refusals.ts';

describe('the place of a problem', () => {
  it.each([
    ['', '/body'],
    ['login.required-factor', '/body/login.required-factor'],
    ['login.methods.flashCall.profiles."2".psw-length', '/body/login.methods.flashCall.profiles."2".psw-length'],
    ['login.factors[0][1].method', '/body/login.factors/0/1/method'],
    ['login.factors[1]', '/body/login.factors/1'],
    ['nobody/knows~it', '/body/nobody~1knows~0it'],
    ['login.factorsX', '/body/login.factorsX'],
  ])('of %p', (key, pointer) => {
    expect(inBody(key)).toBe(pointer);
  });
});
