import { describe, expect, it } from '@jest/globals';
import { isOutage } from './outage.ts';

describe('whether a store is out of reach', () => {
  it.each([
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection'), { driverError: { code: '57P01' } }),
    new Error('the login was not stored', { cause: new Error('Command timed out') }),
    Object.assign(new Error('Reached the max retries'), { name: 'MaxRetriesPerRequestError' }),
    Object.assign(new Error(''), { errors: [Object.assign(new Error('::1'), { code: 'ECONNREFUSED' })] }),
    new Error('LOADING Redis is loading the dataset in memory'),
  ])('%s: yes', (error) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([new Error('x is not a function'), new TypeError('Command timed out of order?!'.slice(7)), Object.assign(new Error('duplicate key'), { code: '23505' }), 'Command timed out', null, undefined])(
    '%s: no',
    (error) => {
      expect(isOutage(error)).toBe(false);
    },
  );

  it('ends with causes that go round in circles', () => {
    const error = new Error('one') as Error & { cause?: unknown };
    error.cause = error;
    expect(isOutage(error)).toBe(false);
  });
});
