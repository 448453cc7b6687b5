import { describe, expect, it } from '@jest/globals';
import { readOwnPath } from './own-path.ts';

describe('where a login returns to', () => {
  it.each(['/blitz/console', '/blitz/console/', '/blitz/console/users?q=ada&x=%2F%2Fevil.example', '/blitz/console/users/5#security', '/blitz/console/пользователи'])('%s is ours', (to) => {
    expect(decodeURI(readOwnPath(to))).toBe(decodeURI(to));
  });

  it.each([
    'https://evil.example/blitz/console/', '//evil.example/blitz/console/', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/blitz/console/../../evil',
    '/blitz/console//evil.example', '/blitz/consoles', '/blitz/admin/api/v1/users', '/blitz/oauth/logout', 'javascript:alert(1)', 'blitz/console/', '', ' /blitz/console/',
    '/blitz/console/%2e%2e/%2e%2e/other', '/blitz/console/login?to=/blitz/console/', '/blitz/console/logout', '/blitz/console/enter', '/blitz/console/session',
    '/blitz/console/\r\nset-cookie: a=b', `/blitz/console/${'x'.repeat(3_000)}`, '//', '/', 'http:/blitz/console/', '@evil.example',
  ])('%j is not, and leads to the first page', (to) => {
    expect(readOwnPath(to)).toBe('/blitz/console/');
  });

  it.each([undefined, null, 5, ['/blitz/console/users'], { to: '/blitz/console/users' }])('nor is %j', (to) => {
    expect(readOwnPath(to)).toBe('/blitz/console/');
  });
});
