import { privileges, roleNames } from '@blitz/accounts';
import { Type } from 'typebox';
import { Moment, named, orNull, Sub } from '../api/words.ts';

export const Role = named('Role', Type.Enum([...roleNames], { description: 'What an administrator is; `GET roles` tells what each may do.' }));
export const Privilege = named('Privilege', Type.Enum([...privileges]));

export const Roles = Type.Array(Role, { minItems: 1, maxItems: roleNames.length, uniqueItems: true });

export const RoleWithPrivileges = named('RoleWithPrivileges', Type.Object({ role: Role, privileges: Type.Array(Privilege) }));

/** Whether somebody could log in to the console, which wants two factors. */
export const SecondFactor = named(
  'SecondFactor',
  Type.Object({
    state: Type.Enum(['usable', 'switched_off', 'number_missing', 'number_invalid'], { description: '`switched_off`: no second factor is switched on for anybody.' }),
    number: orNull(Type.String({ description: 'Masked.', examples: ['+7 ··· ··· 12 34'] })),
  }),
);

export const Administrator = named(
  'Administrator',
  Type.Object({
    sub: Sub,
    login: Type.String(),
    name: orNull(Type.String()),
    roles: Type.Array(Role),
    privileges: Type.Array(Privilege),
    locked: Type.Boolean({ description: 'The account is locked: they do not get in.' }),
    second_factor: SecondFactor,
    appointed_at: Moment,
  }),
);

export const Candidate = named(
  'Candidate',
  Type.Object({ sub: Sub, login: Type.String(), name: orNull(Type.String()), locked: Type.Boolean(), is_administrator: Type.Boolean(), second_factor: SecondFactor }),
);

export const Myself = named(
  'Caller',
  Type.Object({
    kind: Type.Enum(['person', 'program']),
    id: Type.String({ description: 'The `sub` of a person, the `client_id` of a program.' }),
    privileges: Type.Array(Privilege),
    fresh_until: orNull(Moment),
  }),
);
