import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { onInterruption, type Interruption } from '../client/interruptions.ts';
import { useWords } from '../words/use-words.ts';
import { leaveToLogin } from './leave.ts';

/** Stands once in the shell: whatever request met the end of the session, or needs a fresh login, the person is told here and comes back here. */
export function InterruptionDialogs() {
  const words = useWords();
  const [met, setMet] = useState<Interruption>();
  useEffect(() => onInterruption((interruption) => setMet((before) => (before === 'session_ended' ? before : interruption))), []);
  if (met === undefined) return null;
  if (met === 'session_ended') {
    return (
      <Modal opened onClose={() => undefined} title={words.session.ended} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false} zIndex={1_000}>
        <Stack>
          <Text>{words.session.endedText}</Text>
          <Group justify="flex-end"><Button data-autofocus onClick={() => leaveToLogin()}>{words.session.logIn}</Button></Group>
        </Stack>
      </Modal>
    );
  }
  const close = (): void => setMet(undefined);
  return (
    <Modal opened onClose={close} title={words.session.fresh} zIndex={1_000} closeButtonProps={{ 'aria-label': words.dialog.close }}>
      <Stack>
        <Text>{words.session.freshText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{words.session.later}</Button>
          <Button data-autofocus onClick={() => leaveToLogin({ fresh: true })}>{words.session.confirm}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
