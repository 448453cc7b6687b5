import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './states.module.css';

/** Where there is nothing: what would stand here, and what to do so that it does. */
export function EmptyState({ icon, title, children, action }: { readonly icon?: ReactNode; readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" className={classes['state'] ?? ''}>
      {icon !== undefined && <div className={classes['emblem']} aria-hidden="true">{icon}</div>}
      <Title order={2} size="h4" ta="center">{title}</Title>
      {children !== undefined && <Text c="dimmed" ta="center" maw="32rem" component="div">{children}</Text>}
      {action}
    </Stack>
  );
}
