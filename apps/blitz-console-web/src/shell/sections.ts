import { IconAdjustments, IconApps, IconFileCode, IconHistory, IconPhoneCall, IconShieldLock, IconShieldStar, IconUsers, type Icon } from '@tabler/icons-react';
import type { Privilege } from '../session/session.ts';
import type { UiWords } from '../words/en.ts';

export interface Section {
  readonly name: keyof UiWords['sections'];
  readonly path: string;
  readonly icon: Icon;
  /** Any one of them opens it. */
  readonly privileges: readonly Privilege[];
}

/** The sections in the order of the navigation. */
export const sections: readonly Section[] = [
  { name: 'authentication', path: '/authentication', icon: IconShieldLock, privileges: ['w_system'] },
  { name: 'users', path: '/users', icon: IconUsers, privileges: ['w_user'] },
  { name: 'applications', path: '/applications', icon: IconApps, privileges: ['w_app'] },
  { name: 'events', path: '/events', icon: IconHistory, privileges: ['r_audit'] },
  { name: 'calls', path: '/calls', icon: IconPhoneCall, privileges: ['w_system', 'r_audit'] },
  { name: 'procedures', path: '/authentication/second/flashCall/driver', icon: IconFileCode, privileges: ['w_system'] },
  { name: 'administrators', path: '/administrators', icon: IconShieldStar, privileges: ['w_admin'] },
  { name: 'configuration', path: '/configuration', icon: IconAdjustments, privileges: ['w_system'] },
];

export function sectionsFor(privileges: readonly Privilege[]): readonly Section[] {
  return sections.filter((section) => section.privileges.some((each) => privileges.includes(each)));
}

/** The section an address belongs to: the most exact one. */
export function sectionAt(pathname: string): Section | undefined {
  return sections.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`)).sort((one, other) => other.path.length - one.path.length)[0];
}
