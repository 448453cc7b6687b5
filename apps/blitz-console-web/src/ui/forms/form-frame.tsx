import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { toast } from '../toast.ts';
import { useWords } from '../../words/use-words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import classes from './forms.module.css';
import type { DraftForm } from './use-draft-form.ts';

export interface FormFrameProps<Values extends object> {
  readonly form: DraftForm<Values>;
  /** Of a form that makes something new: its button is always there. */
  readonly submit?: string;
  readonly saved?: string;
  /** After it was saved: leads to what was made. */
  readonly done?: () => void;
  readonly children: ReactNode;
}

/** Around the fields of a form: what is wrong above them, saving below. Ctrl+Enter or Enter in a field saves. */
export function FormFrame<Values extends object>({ form, submit, saved, done, children }: FormFrameProps<Values>) {
  const words = useWords();
  const send = async (etag?: string): Promise<void> => {
    if (!(await form.submit(etag))) return;
    toast.good(saved ?? words.form.saved);
    done?.();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void send();
  };
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack gap="lg">
        {form.restored && (
          <div className={classes['restored']} role="status">
            <Text size="sm">{words.form.restored}</Text>
            <Button size="xs" variant="default" onClick={form.discard}>{words.form.discard}</Button>
          </div>
        )}
        <ErrorSummary form={form} />
        {children}
        {submit === undefined ? <SaveBar form={form} /> : <Group><Button type="submit" loading={form.saving}>{submit}</Button></Group>}
      </Stack>
      <ConflictDialog form={form} keepMine={(etag) => void send(etag)} />
    </form>
  );
}

/** At the lower edge of the page while there is something to save. */
function SaveBar<Values extends object>({ form }: { readonly form: DraftForm<Values> }) {
  const words = useWords();
  if (!form.changed && !form.saving) return null;
  return (
    <div className={classes['bar']}>
      <Text size="sm" role="status" className={classes['unsaved'] ?? ''}>{words.form.unsaved}</Text>
      <Group gap="sm" wrap="nowrap">
        <Button variant="default" onClick={form.discard} disabled={form.saving}>{words.form.discard}</Button>
        <Button type="submit" loading={form.saving}>{words.form.save}</Button>
      </Group>
    </div>
  );
}
