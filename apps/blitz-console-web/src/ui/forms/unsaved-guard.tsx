import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { isLeaving } from '../../session/leave.ts';
import { useWords } from '../../words/use-words.ts';
import { discardOpenDrafts, hasOpenDrafts } from './open-drafts.ts';

/** Stands once in the shell: whoever leaves a page with unsaved changes is asked first. */
export function UnsavedGuard() {
  const words = useWords();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && hasOpenDrafts() && !isLeaving());
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (hasOpenDrafts() && !isLeaving()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  if (blocker.state !== 'blocked') return null;
  const leave = (): void => {
    discardOpenDrafts();
    blocker.proceed();
  };
  return (
    <Modal opened onClose={blocker.reset} title={words.form.leave.title} closeButtonProps={{ 'aria-label': words.dialog.close }}>
      <Stack>
        <Text>{words.form.leave.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" color="red" onClick={leave}>{words.form.leave.leave}</Button>
          <Button data-autofocus onClick={blocker.reset}>{words.form.leave.stay}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
