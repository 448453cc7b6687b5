import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { logOut } from '../session/leave.ts';
import { useSession } from '../session/session-context.ts';
import { useWords } from '../words/use-words.ts';

/** Who is logged in, and the way out. */
export function AccountMenu() {
  const words = useWords();
  const { person, roles, csrf_token: token } = useSession();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={`${words.account}: ${person.name}`}><IconUserCircle size={22} stroke={1.75} aria-hidden="true" /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--ink)" style={{ overflowWrap: 'anywhere' }}>{person.name}</Text>
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>{words.signedInAs(person.login)}</Text>
          <Text size="xs">{roles.join(', ')}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => logOut(token)}>{words.logOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
