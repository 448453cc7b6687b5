import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { Staged } from './staged.ts';

export const roles = ['web', 'dialler'] as const;
export type Role = (typeof roles)[number];

/** What one process of blitz-idp does: answer browsers, make calls, or both. */
export abstract class RolesEnvironment {
  abstract readonly roles: readonly Role[];
}

export class RolesVariables extends Staged implements Concern<RolesEnvironment> {
  @Expected(`one or more of ${roles.join(', ')}, with a comma between them`, (text) => words(text).every(isRole))
  readonly BLITZ_ROLES: string = roles.join(',');

  typed(): RolesEnvironment {
    const wanted = words(this.BLITZ_ROLES);
    return { roles: roles.filter((role) => wanted.includes(role)) };
  }
}

function words(text: string): readonly string[] {
  return text.split(',').map((each) => each.trim());
}

function isRole(text: string): boolean {
  return roles.some((each) => each === text);
}
