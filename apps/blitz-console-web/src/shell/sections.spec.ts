import { describe, expect, it } from '@jest/globals';
import { sectionAt, sectionsFor } from './sections.ts';

describe('the navigation', () => {
  it.each([
    [['w_user', 'r_audit'], ['users', 'events', 'calls']],
    [['w_app'], ['applications']],
    [['w_system'], ['authentication', 'calls', 'procedures', 'configuration']],
    [['w_admin', 'r_audit'], ['events', 'calls', 'administrators']],
    [['w_ui'], []],
    [[], []],
  ] as const)('with %j shows %j', (privileges, names) => {
    expect(sectionsFor(privileges).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['/users', 'users'], ['/users/import', 'users'], ['/authentication/second', 'authentication'],
    ['/authentication/second/flashCall/driver/main', 'procedures'], ['/usersx', undefined], ['/', undefined],
  ])('at %s marks %p', (pathname, name) => {
    expect(sectionAt(pathname)?.name).toBe(name);
  });
});
