import { Alert, Button, Checkbox, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { problemOf, type Problem } from '../../../client/problem.ts';
import { Page } from '../../../ui/page/page.tsx';
import { Panel } from '../../../ui/page/panel.tsx';
import { problemWords } from '../../../words/problem-words.ts';
import { useWords } from '../../../words/use-words.ts';
import { useUsersWords } from '../words.ts';
import { ColumnsHelp } from './columns-help.tsx';
import { FileDrop } from './file-drop.tsx';
import { LastImports } from './last-imports.tsx';
import { largestFile, sendFile, type ImportChoice } from './send-file.ts';

export function ImportPage() {
  const words = useUsersWords();
  return (
    <Page title={words.imports.title} lead={words.imports.lead} path={[{ title: words.title, to: '/users' }]}>
      <Panel><ImportForm /></Panel>
      <Panel title={words.imports.columns}><ColumnsHelp /></Panel>
      <Panel title={words.imports.last}><LastImports /></Panel>
    </Page>
  );
}

function ImportForm() {
  const { imports, problems } = useUsersWords();
  const ui = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState<ImportChoice>({ mode: 'good_rows', existing: 'skip', dryRun: false });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [wrong, setWrong] = useState<string>();
  const change = (some: Partial<ImportChoice>): void => { setChoice((before) => ({ ...before, ...some })); };
  const send = async (): Promise<void> => {
    const refused = file === null ? imports.noFile : file.size > largestFile ? imports.tooLarge : undefined;
    setWrong(refused);
    if (file === null || refused !== undefined) return;
    setSending(true);
    setProblem(undefined);
    try {
      const { id } = await sendFile(file, choice);
      await queryClient.invalidateQueries({ queryKey: ['users', 'imports'] });
      void navigate(`/users/import/${id}`);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setSending(false);
    }
  };
  const choose = (chosen: File | null): void => { setWrong(undefined); setFile(chosen); };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Stack gap="lg">
        {problem !== undefined && <Alert color="red" role="alert">{problemWords(ui, problem, { ...problems, import_too_large: imports.tooLarge })}</Alert>}
        <FileDrop file={file} choose={choose} error={wrong} />
        <Radio.Group label={imports.mode} value={choice.mode} onChange={(mode) => { change({ mode }); }}>
          <Stack gap="xs" mt="xs">{(['good_rows', 'all_or_nothing'] as const).map((each) => <Radio key={each} value={each} label={imports.modes[each]} />)}</Stack>
        </Radio.Group>
        <Radio.Group label={imports.existing} value={choice.existing} onChange={(existing) => { change({ existing }); }}>
          <Stack gap="xs" mt="xs">{(['skip', 'update'] as const).map((each) => <Radio key={each} value={each} label={imports.existings[each]} />)}</Stack>
        </Radio.Group>
        <Checkbox label={imports.dryRun} checked={choice.dryRun} onChange={(event) => { change({ dryRun: event.currentTarget.checked }); }} />
        {sending ? <Sending /> : <Group><Button type="submit">{choice.dryRun ? imports.beginDry : imports.begin}</Button></Group>}
      </Stack>
    </form>
  );
}

/** Unlike the work on it, the sending ends when the page is left. */
function Sending() {
  const { imports } = useUsersWords();
  return (
    <Stack gap={6} role="status">
      <Text fw={550}>{imports.sending}</Text>
      <Progress.Root size="lg"><Progress.Section value={100} animated striped aria-label={imports.sending} /></Progress.Root>
      <Text size="sm" c="dimmed">{imports.sendingText}</Text>
    </Stack>
  );
}
