import { PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { problemOf, type FieldProblem } from '../../../../client/problem.ts';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { SecretDialog } from '../../../../ui/dialogs/secret-dialog.tsx';
import { problemAt } from '../../../../ui/forms/field-pointers.ts';
import { toast } from '../../../../ui/toast.ts';
import { fieldWords } from '../../../../words/problem-words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { useCare } from '../care-api.ts';
import { useCareWords } from '../words.ts';

/** Another password: a random one that is shown once, or one that the administrator types. */
export function NewPassword({ sub, close }: { readonly sub: string; readonly close: () => void }) {
  const words = useCareWords();
  const ui = useWords();
  const care = useCare(sub);
  const [how, setHow] = useState('draw');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<FieldProblem>();
  const [drawn, setDrawn] = useState<string>();
  /** Shown when the dialog that asked has closed. */
  const told = useRef<string>(undefined);
  if (drawn !== undefined) return <SecretDialog title={words.reset.drawn} secret={drawn} close={close}><Text size="sm">{words.reset.drawnText}</Text></SecretDialog>;
  const change = async (): Promise<string | undefined> => {
    setWrong(undefined);
    try {
      return await care.resetPassword(how === 'draw' ? undefined : typed);
    } catch (thrown) {
      setWrong(problemAt(problemOf(thrown).body.fields ?? [], 'password'));
      throw thrown;
    }
  };
  return (
    <ConfirmDialog title={words.reset.title} action={words.reset.act} dangerous problems={words.problems}
      close={() => (told.current === undefined ? close() : setDrawn(told.current))}
      confirm={async () => {
        told.current = await change();
        if (told.current === undefined) toast.good(words.reset.done);
      }}>
      <Stack gap="md">
        <Text>{words.reset.text}</Text>
        <Radio.Group label={words.reset.how} value={how} onChange={setHow}>
          <Stack gap="xs" mt="xs">
            <Radio value="draw" label={words.reset.draw} />
            <Radio value="choose" label={words.reset.choose} />
          </Stack>
        </Radio.Group>
        {how === 'choose' && (
          <PasswordInput label={words.reset.field} value={typed} autoComplete="new-password"
            onChange={(event) => { setTyped(event.currentTarget.value); setWrong(undefined); }}
            error={wrong === undefined ? undefined : fieldWords(ui, wrong)} />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
