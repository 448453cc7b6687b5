import { Alert, Button, Grid, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Problem } from '../../../../client/problem.ts';
import { problemAt } from '../../../../ui/forms/field-pointers.ts';
import { Panel } from '../../../../ui/page/panel.tsx';
import { fieldWords, problemWords } from '../../../../words/problem-words.ts';
import { useWords } from '../../../../words/use-words.ts';
import type { Place, SourceProblem } from '../editor/code-editor.tsx';
import { ProblemList } from '../editor/problem-list.tsx';
import { useDriverWords } from '../words.ts';
import { Steps } from './steps.tsx';
import { useTestCall, type WantedTestCall } from './use-test-call.ts';

export interface TestCallPanelProps {
  readonly procedure: string;
  readonly draft: NonNullable<WantedTestCall['draft']>;
  readonly isSaved: boolean;
  readonly goTo: (place: Place) => void;
}

/** Calls one's own phone and shows what happens. The number is kept nowhere: not even in a draft. */
export function TestCallPanel({ procedure, draft, isSaved, goTo }: TestCallPanelProps) {
  const [words, general] = [useDriverWords(), useWords()];
  const [number, setNumber] = useState('');
  const [length, setLength] = useState<number | string>('');
  const [which, choose] = useState('draft');
  const { steps, calling, problem, call } = useTestCall();
  const wrong = (name: string): string | undefined => {
    const found = problemAt(problem?.body.fields ?? [], name);
    return found === undefined ? undefined : fieldWords(general, found, words.rules);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const tried = which === 'draft' || !isSaved ? { draft: { ...draft, name: draft.name.trim() === '' ? procedure : draft.name } } : {};
    void call({ phone_number: number, procedure, ...tried, ...(typeof length === 'number' ? { code_length: length } : {}) });
  };
  return (
    <Panel title={words.test.title} lead={words.test.lead}>
      <form noValidate onSubmit={submit} autoComplete="off">
        <Stack>
          <Grid>
            <Grid.Col span={{ base: 12, xs: 7 }}><TextInput type="tel" label={words.test.number} description={words.test.numberHelp} autoComplete="off" error={wrong('phone_number')} value={number} onChange={(event) => setNumber(event.currentTarget.value)} /></Grid.Col>
            <Grid.Col span={{ base: 12, xs: 5 }}><NumberInput label={words.test.length} description={words.test.lengthHelp} min={3} max={10} allowDecimal={false} error={wrong('code_length')} value={length} onChange={setLength} /></Grid.Col>
          </Grid>
          {isSaved && <SegmentedControl aria-label={words.test.which} value={which} onChange={choose} data={[{ value: 'draft', label: words.test.draft }, { value: 'saved', label: words.test.saved }]} orientation="vertical" fullWidth />}
          <Group><Button type="submit" loading={calling} disabled={number.trim() === ''}>{words.test.go}</Button></Group>
          {problem !== undefined && <Refusal problem={problem} goTo={goTo} />}
          <Steps steps={steps} calling={calling} broken={problem?.status === 0} goTo={goTo} />
        </Stack>
      </form>
    </Panel>
  );
}

function Refusal({ problem, goTo }: { readonly problem: Problem; readonly goTo: (place: Place) => void }) {
  const [words, general] = [useDriverWords(), useWords()];
  const problems = problem.code === 'procedure_invalid' ? (problem.body['problems'] as readonly SourceProblem[]) : [];
  const { reason } = problem.body;
  return (
    <Alert color="red" role="alert" title={problemWords(general, problem, words.problems)}>
      {typeof reason === 'string' && <Text size="sm">{reason}</Text>}
      {problems.length > 0 && <ProblemList problems={problems} look="none" goTo={goTo} />}
    </Alert>
  );
}
