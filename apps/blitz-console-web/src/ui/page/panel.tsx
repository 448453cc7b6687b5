import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A part of a page with a heading of its own. */
export function Panel({ title, lead, actions, children }: { readonly title?: string; readonly lead?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      <Stack gap="md">
        {title !== undefined && (
          <Stack gap={4}>
            <Group justify="space-between" gap="sm">
              <Title order={2} size="h4" id={id}>{title}</Title>
              {actions}
            </Group>
            {lead !== undefined && <Text c="dimmed" size="sm">{lead}</Text>}
          </Stack>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
