import { Grid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { fieldId } from '../../../../ui/forms/bind-fields.ts';
import { FormFrame } from '../../../../ui/forms/form-frame.tsx';
import type { DraftForm } from '../../../../ui/forms/use-draft-form.ts';
import { CodeEditor, type Place, type SourceProblem } from '../editor/code-editor.tsx';
import { TestCallPanel } from '../test-call/test-call-panel.tsx';
import { useDriverWords } from '../words.ts';
import { NeededSecrets } from './needed-secrets.tsx';
import { secretsIn } from './secrets-in.ts';
import { useExamined } from './use-examined.ts';

export interface ProcedureValues {
  readonly key: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly source: string;
}

export interface ProcedureFieldsProps {
  readonly form: DraftForm<ProcedureValues>;
  /** Of something new: its key is asked for, and its button is always there. */
  readonly fresh?: boolean;
  readonly done?: () => void;
  readonly help?: Readonly<Record<string, string>>;
  readonly above?: (goTo: (place: Place) => void) => ReactNode;
}

/** A procedure being written: its fields and its source, its secrets, and a test call beside it. */
export function ProcedureFields({ form, fresh = false, done, help, above }: ProcedureFieldsProps) {
  const words = useDriverWords();
  const { key, name, hosts, source } = form.values;
  const { look, problems } = useExamined({ key, name, source, hosts });
  const [place, setPlace] = useState<Place>();
  const refused = form.problem?.code === 'procedure_invalid' ? (form.problem.body['problems'] as readonly SourceProblem[]) : undefined;
  const goTo = (to: Place): void => setPlace({ ...to });
  return (
    <Stack gap="lg">
      {above?.(goTo)}
      <FormFrame form={form} saved={words.procedure.saved} {...(fresh ? { submit: words.procedure.create } : {})} {...(done === undefined ? {} : { done })}>
        <Grid>
          <Grid.Col span={{ base: 12, sm: 6 }}><TextInput label={words.procedure.name} maxLength={100} {...form.text('name')} /></Grid.Col>
          {fresh && <Grid.Col span={{ base: 12, sm: 6 }}><TextInput label={words.procedure.key} description={words.procedure.keyHelp} autoCapitalize="off" maxLength={40} {...form.text('key')} /></Grid.Col>}
          <Grid.Col span={{ base: 12, sm: fresh ? 12 : 6 }}>
            <TagsInput id={fieldId(form.id, 'hosts')} label={words.procedure.hosts} description={words.procedure.hostsHelp} error={form.errorOf('hosts')} value={[...hosts]} onChange={(typed) => form.set('hosts', typed)} />
          </Grid.Col>
        </Grid>
        <CodeEditor value={source} change={(typed) => form.set('source', typed)} look={refused === undefined ? look : 'seen'} problems={refused ?? problems} place={place} goTo={goTo} />
      </FormFrame>
      <Grid>
        <Grid.Col span={{ base: 12, md: 5 }}><NeededSecrets names={secretsIn(source)} hosts={hosts} {...(help === undefined ? {} : { help })} /></Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}><TestCallPanel procedure={key} draft={{ name, source, hosts }} isSaved={!fresh} goTo={goTo} /></Grid.Col>
      </Grid>
    </Stack>
  );
}
