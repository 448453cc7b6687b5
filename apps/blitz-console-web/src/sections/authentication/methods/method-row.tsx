import { ActionIcon, Anchor, Group, Stack, Switch, Text } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Method } from '../../../settings/settings-data.ts';
import { useSettingsWords } from '../../../settings/words.ts';
import { Status, type StatusKind } from '../../../ui/states/status.tsx';
import { places } from '../tabs.ts';
import { useAuthenticationWords } from '../words.ts';
import { MissingParts } from './missing-parts.tsx';
import classes from './methods.module.css';

interface MethodRowProps {
  readonly method: Method;
  /** As it is to be saved. */
  readonly enabled: boolean;
  readonly place: number;
  readonly count: number;
  readonly move: (to: number) => void;
  readonly toggle: (on: boolean) => void;
}

const kinds: Readonly<Record<Method['state'], StatusKind>> = { on: 'good', off: 'quiet', not_configured: 'notice', not_supported: 'quiet' };
const settingsOf: Readonly<Record<string, string>> = { flashCall: places.flashCall, password: places.password };

export function MethodRow({ method, enabled, place, count, move, toggle }: MethodRowProps) {
  const words = useAuthenticationWords().methods;
  const name = useSettingsWords().methodName(method.id);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: method.id });
  const style = { transition, ...(transform === null ? {} : { transform: `translate3d(0, ${String(Math.round(transform.y))}px, 0)` }) };
  const settings = settingsOf[method.id];
  const ready = method.missing.length === 0;
  return (
    <li ref={setNodeRef} style={style} className={classes['row']} data-dragging={isDragging || undefined}>
      <ActionIcon ref={setActivatorNodeRef} {...attributes} {...listeners} variant="subtle" color="gray" size="lg" className={classes['grip'] ?? ''} aria-label={words.drag(name)}>
        <IconGripVertical size={18} aria-hidden="true" />
      </ActionIcon>
      <Stack gap={4} className={classes['body'] ?? ''}>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          <Status kind={kinds[method.state]}>{words.state[method.state]}</Status>
        </Group>
        {settings !== undefined && method.state !== 'not_supported' && <Anchor component={Link} to={settings} size="sm">{words.settings}</Anchor>}
        {!ready && <MissingParts method={method} />}
      </Stack>
      <Group gap={4} wrap="nowrap" className={classes['tools'] ?? ''}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.up(name)} style={{ visibility: place === 0 ? 'hidden' : 'visible' }} onClick={() => move(place - 1)}><IconArrowUp size={18} aria-hidden="true" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.down(name)} style={{ visibility: place === count - 1 ? 'hidden' : 'visible' }} onClick={() => move(place + 1)}><IconArrowDown size={18} aria-hidden="true" /></ActionIcon>
        <Switch size="md" checked={enabled} disabled={!enabled && !method.enabled && !ready} onChange={(event) => toggle(event.currentTarget.checked)} aria-label={words.toggle(name)} />
      </Group>
    </li>
  );
}
