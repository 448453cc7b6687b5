import { describe, expect, it } from '@jest/globals';
import { isRole, privilegesOf, roleNames, type Role } from './role.ts';

describe('what an administrator may do', () => {
  it.each<[Role, string]>([
    ['root', 'w_admin r_audit w_system w_app w_ui w_user'],
    ['security', 'w_admin r_audit'],
    ['sysadmin', 'w_system'],
    ['app_admin', 'w_app'],
    ['ui_admin', 'w_ui'],
    ['support', 'r_audit w_user'],
  ])('%s: %s', (role, may) => {
    expect(privilegesOf([role]).join(' ')).toBe(may);
  });

  it('is all that any of the roles allows, each once', () => {
    expect(privilegesOf(['support', 'security', 'support'])).toEqual(['w_admin', 'r_audit', 'w_user']);
    expect(privilegesOf([])).toEqual([]);
  });

  it('follows from no other word', () => {
    expect(['constructor', '__proto__', 'Root', 'root ', '', 1, null, undefined, ['root']].filter(isRole)).toEqual([]);
    expect(roleNames.every(isRole)).toBe(true);
  });
});
