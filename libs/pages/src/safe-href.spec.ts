import { describe, expect, it } from '@jest/globals';
import { inLanguage, ownPath, safeHref } from './safe-href.ts';

describe('an address in a link', () => {
  it.each(['/blitz/recovery?x=1', 'https://app.example/back', 'http://localhost:9002/', 'com.example.app:/back', '?lang=ru'])('may be %s', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    'http://[',
    '',
    undefined,
  ])('may not be %j', (href) => {
    expect(safeHref(href)).toBeUndefined();
  });
});

describe('the page’s own path', () => {
  it.each([
    ['/blitz/login?a=1&b=2', '/blitz/login?a=1&b=2'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['/.//evil.example/x', '/evil.example/x'],
    ['https://evil.example/x', '/'],
    ['javascript:alert(1)', '/'],
    ['/a"><script>', '/a%22%3E%3Cscript%3E'],
    ['http://[', '/'],
  ])('%s is %s', (path, own) => {
    expect(ownPath(path)).toBe(own);
  });

  it('keeps the rest of the query when the language changes, and names it once', () => {
    expect(inLanguage('/login?bo=%2Fx%3Fa%3D1&lang=en&lang=ru&z=%D1%8F', 'ru')).toBe('/login?bo=%2Fx%3Fa%3D1&lang=ru&z=%D1%8F');
  });
});
