import { Checkbox, Stack } from '@mantine/core';
import { useMay } from '../../session/session-context.ts';
import { useRoles, type Role, type RoleWithPrivileges } from './administrators-data.ts';
import { useAdministratorsWords } from './words.ts';

interface RoleChoiceProps {
  readonly id: string;
  readonly value: readonly Role[];
  readonly error: string | undefined;
  readonly disabled?: boolean;
  readonly change: (roles: Role[]) => void;
}

/** Which roles somebody has, each with what it allows beside it. */
export function RoleChoice({ id, value, error, disabled = false, change }: RoleChoiceProps) {
  const words = useAdministratorsWords();
  const roles = useRoles().data ?? [];
  const mayGiveRoot = useMayGiveRoot(roles);
  return (
    <Checkbox.Group id={id} label={words.form.roles} description={words.form.rolesHint} error={error} value={[...value]} onChange={(chosen) => change(roles.map(({ role }) => role).filter((role) => chosen.includes(role)))}>
      <Stack gap="sm" mt="xs">
        {roles.map(({ role, privileges }) => {
          const isClosed = role === 'root' && !mayGiveRoot;
          const allows = privileges.map((each) => words.privileges[each]).join(', ');
          return <Checkbox key={role} value={role} label={words.roles[role]} description={isClosed ? `${allows}. ${words.form.onlyRoot}` : allows} disabled={disabled || isClosed} />;
        })}
      </Stack>
    </Checkbox.Group>
  );
}

/** The server wants all that the role allows from whoever gives or takes it. */
export function useMayGiveRoot(roles: readonly RoleWithPrivileges[]): boolean {
  const may = useMay();
  return roles.find(({ role }) => role === 'root')?.privileges.every((each) => may(each)) ?? false;
}
