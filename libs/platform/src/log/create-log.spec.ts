import { describe, expect, it } from '@jest/globals';
import { Correlation } from '../http/correlation.ts';
import { createLogs } from './create-log.ts';

function listen(): { readonly log: ReturnType<typeof createLogs>; lines(): readonly Record<string, unknown>[]; text(): string } {
  const written: string[] = [];
  const log = createLogs('blitz-test', 'debug', { write: (text) => void written.push(text) });
  const text = (): string => {
    log.flush();
    return written.join('');
  };
  return { log, text, lines: () => text().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('is JSON, a line each, with time, level and service', () => {
    const { log, lines } = listen();
    log.log.info({ outcome: 'placed' }, 'a call was made');
    expect(lines()).toEqual([expect.objectContaining({ level: 'info', service: 'blitz-test', msg: 'a call was made', outcome: 'placed' })]);
    expect(lines()[0]).toHaveProperty('time', expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/));
  });

  it('carries the correlation id of the work at hand, through asynchronous steps', async () => {
    const { log, lines } = listen();
    await Correlation.run('correlation-of-a', async () => {
      await Promise.resolve();
      log.log.info('inside');
    });
    log.log.info('outside');
    expect(lines().map(({ msg, correlationId }) => [msg, correlationId])).toEqual([['inside', 'correlation-of-a'], ['outside', undefined]]);
  });

  it('keeps the lines of requests and all others in the order in which things happened', () => {
    const { log, lines } = listen();
    const request = { method: 'GET', route: '/a', status: 200, ms: 1, correlationId: 'c-1' };
    log.requests?.add(request);
    log.log.warn('then this');
    log.requests?.add({ ...request, route: '/b' });
    expect(lines().map(({ route, msg }) => route ?? msg)).toEqual(['/a', 'then this', '/b']);
    expect(lines()[0]).toMatchObject({ level: 'info', service: 'blitz-test', ...request, msg: 'request' });
  });

  it('writes no lines of requests above the level info', () => {
    expect(createLogs('blitz-test', 'warn', { write: () => undefined }).requests).toBeUndefined();
  });
});

describe('what the log never holds', () => {
  const sesame = 'open-sesame';

  it.each([
    ['a password', { password: sesame }],
    ['a new password in a form', { form: { newPassword: sesame } }],
    ['a body', { body: sesame, req: { body: { a: sesame } } }],
    ['headers', { headers: { authorization: sesame } }],
    ['cookies', { cookies: sesame, 'set-cookie': [sesame] }],
    ['an authorization', { Authorization: `Bearer ${sesame}` }],
    ['tokens', { access_token: sesame, idToken: sesame, refreshTokens: [sesame] }],
    ['a query string', { url: `/blitz/login?code=${sesame}` }],
    ['a query string in words', { note: `asked for https://app.example.org/cb?code=${sesame}&state=1 twice` }],
    ['a password in an address', { store: `redis://:${sesame}@127.0.0.1:6379` }],
    ['what hangs on an instance', { thing: new (class Request { readonly a = sesame; })() }],
    ['what is nested too deep to look at', { a: { b: { c: { d: { e: sesame } } } } }],
  ])('%s', (_, fields) => {
    const { log, text } = listen();
    log.log.info(fields, 'something happened');
    expect(text()).toContain('something happened');
    expect(text()).not.toContain(sesame);
  });

  it('what libraries hang on their errors, at any depth of causes', () => {
    const { log, text, lines } = listen();
    const inner = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', config: { data: sesame, headers: { Token: sesame } } });
    log.log.error(Object.assign(new Error('the provider failed', { cause: inner }), { parameters: [sesame] }), 'a call failed');
    expect(text()).not.toContain(sesame);
    expect(lines()[0]).toMatchObject({ err: { type: 'Error', message: 'the provider failed', cause: { code: 'ECONNREFUSED' } } });
  });

  it('a code or a telephone number, as text or number, in fields, messages, or errors', () => {
    const { log, text } = listen();
    log.log.info({ code: '4711', phone: '+7 916 123-45-67', to: 79161234567 }, 'calls %s', '+79161234567');
    log.log.info({ code: 4711 }, 'to 8 916 123 45 67');
    log.log.error(new Error('duplicate key (+79161234567)'));
    expect(text()).not.toMatch(/4711|916|4567/);
    expect(text()).toContain('+7 ··· ··· ·· ··');
  });

  it('while codes of errors stay readable', () => {
    const { log, lines } = listen();
    log.log.warn({ code: 'code_too_short' }, 'a call failed');
    expect(lines()[0]).toHaveProperty('code', 'code_too_short');
  });
});
