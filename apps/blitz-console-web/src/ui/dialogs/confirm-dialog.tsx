import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { problemOf, type Problem } from '../../client/problem.ts';
import { problemWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/use-words.ts';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The deed: "Delete the application", never "OK". */
  readonly action: string;
  readonly dangerous?: boolean;
  /** Must be typed before: for what can't be undone. */
  readonly typed?: string;
  /** Does it; what it throws is shown in the dialog. */
  readonly confirm: () => Promise<unknown>;
  readonly close: () => void;
  readonly problems?: Readonly<Record<string, string>>;
}

/** Asks before a deed, and says in the dialog when it failed. Render it only while it is open. */
export function ConfirmDialog({ title, children, action, dangerous = false, typed, confirm, close, problems }: ConfirmDialogProps) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [entered, setEntered] = useState('');
  const go = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await confirm();
      close();
    } catch (thrown) {
      const found = problemOf(thrown);
      // The dialogs of the shell speak then.
      if (found.status === 401 || found.code === 'reauthentication_required') close();
      setProblem(found);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': words.dialog.close }}>
      <Stack>
        <Text component="div">{children}</Text>
        {typed !== undefined && <TextInput label={words.dialog.typeToConfirm(typed)} value={entered} onChange={(event) => setEntered(event.currentTarget.value)} autoComplete="off" />}
        {problem !== undefined && <Alert color="red" role="alert">{problemWords(words, problem, problems)}</Alert>}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} disabled={busy} data-autofocus>{words.dialog.cancel}</Button>
          <Button {...(dangerous ? { color: 'red' } : {})} loading={busy} disabled={typed !== undefined && entered !== typed} onClick={() => void go()}>{action}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
