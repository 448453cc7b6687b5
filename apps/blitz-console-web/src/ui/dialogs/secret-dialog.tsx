import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import { CopyValue } from '../values/copy-value.tsx';

/** Shows a secret once: only the button closes it, not a click beside it. Render it only while there is one; the page must not keep it elsewhere. */
export function SecretDialog({ title, secret, close, children }: { readonly title: string; readonly secret: string; readonly close: () => void; readonly children?: ReactNode }) {
  const words = useWords();
  return (
    <Modal opened onClose={close} title={title} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <Stack>
        <Text>{words.secret.once}</Text>
        <CopyValue value={secret} label={title} />
        {children}
        <Group justify="flex-end"><Button onClick={close}>{words.secret.done}</Button></Group>
      </Stack>
    </Modal>
  );
}
