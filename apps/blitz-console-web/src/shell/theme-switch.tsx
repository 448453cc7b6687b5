import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

const choices = [['light', IconSun], ['dark', IconMoon], ['auto', IconDeviceDesktop]] as const;

export function ThemeSwitch() {
  const words = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Chosen = choices.find(([name]) => name === colorScheme)?.[1] ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={`${words.theme.label}: ${words.theme[colorScheme]}`}><Chosen size={20} stroke={1.75} aria-hidden="true" /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([name, Icon]) => (
          <Menu.Item key={name} onClick={() => setColorScheme(name)} aria-current={name === colorScheme} leftSection={<Icon size={16} aria-hidden="true" />} rightSection={name === colorScheme ? <IconCheck size={16} aria-hidden="true" /> : undefined}>{words.theme[name]}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
