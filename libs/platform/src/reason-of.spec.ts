import { randomBytes } from 'node:crypto';
import { DomainError, Sealer } from '@blitz/kernel';
import { describe, expect, it } from '@jest/globals';
import { EnvironmentError } from './environment/environment-error.ts';
import { reasonOf } from './reason-of.ts';

function thrown(deed: () => unknown): unknown {
  try {
    return deed();
  } catch (error) {
    return error;
  }
}

const system = (code: string, message: string): Error => Object.assign(new Error(message), { code });
const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('why a service can’t start', () => {
  it('is said as it stands by errors that are meant for operators, however deep they are', () => {
    const inner = Object.assign(new Error('The settings can not be used:\n  blitz.conf:3 …'), { forOperators: true });
    expect(reasonOf(new Error('wiring', { cause: inner }))).toBe('The settings can not be used:\n  blitz.conf:3 …');
    expect(reasonOf(new EnvironmentError(['BLITZ_SECRET is missing']))).toBe('The environment is not complete:\n  BLITZ_SECRET is missing');
  });

  it('names the port that is in use', () => {
    expect(reasonOf(Object.assign(system('EADDRINUSE', 'listen'), { port: 9000 }))).toMatch(/^Port 9000 is in use: .*BLITZ_PORT/);
  });

  it('names BLITZ_MASTER_KEY when it is another one than before', () => {
    const [one, other] = [new Sealer([randomBytes(32)]), new Sealer([randomBytes(32)])];
    const error = thrown(() => other.open(one.seal('key', 'test'), 'test'));
    expect(reasonOf(error)).toMatch(/^BLITZ_MASTER_KEY is not the key that sealed what the database holds\. .*new,old/);
  });

  it.each([
    ['nobody listens', system('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'), 'connect ECONNREFUSED 127.0.0.1:1'],
    ['nobody has the name', system('ENOTFOUND', 'getaddrinfo ENOTFOUND db'), 'getaddrinfo ENOTFOUND db'],
    ['the password is wrong', system('28P01', 'password authentication failed'), 'password authentication failed'],
    ['there is no such database', system('3D000', 'database "blitz" does not exist'), 'database "blitz" does not exist'],
    ['TypeORM wraps what happened', Object.assign(new Error('query failed'), { driverError: system('57P03', 'starting up') }), 'starting up'],
  ])('names PostgreSQL and its variable when %s', (_, error, detail) => {
    expect(reasonOf(error)).toBe(`${detail} (PostgreSQL, which BLITZ_DATABASE_URL names)`);
  });

  it.each([
    ['it does not answer', named('MaxRetriesPerRequestError', 'Reached the max retries'), 'Redis, which BLITZ_REDIS_URL names, does not answer.'],
    ['it refuses us', named('ReplyError', 'WRONGPASS invalid password.'), 'WRONGPASS invalid password. (Redis, which BLITZ_REDIS_URL names)'],
    ['it answers too late', new Error('Command timed out'), 'Command timed out (Redis, which BLITZ_REDIS_URL names)'],
  ])('names Redis and its variable when %s', (_, cause, sentence) => {
    const error = new DomainError('settings_unavailable', {}, { cause });
    expect(reasonOf(error)).toBe(sentence);
  });

  it('is the place of the mistake when it is ours', () => {
    expect(reasonOf(new TypeError('x is not a function'))).toMatch(/^TypeError: x is not a function\n\s+at /);
    expect(reasonOf('a text')).toBe('a text');
  });
});
