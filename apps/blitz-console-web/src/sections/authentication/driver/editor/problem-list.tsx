import { Stack, Text, UnstyledButton } from '@mantine/core';
import { Status } from '../../../../ui/states/status.tsx';
import { useDriverWords } from '../words.ts';
import type { Look, Place, SourceProblem } from './code-editor.tsx';
import classes from './editor.module.css';

/** What the server says of the source, each with the way to its line. */
export function ProblemList({ problems, look, goTo }: { readonly problems: readonly SourceProblem[]; readonly look: Look; readonly goTo: (place: Place) => void }) {
  const words = useDriverWords().editor;
  return (
    <Stack gap={4}>
      <div role="status">
        {look === 'looking' && <Text size="sm" c="dimmed">{words.looking}</Text>}
        {look === 'paused' && <Text size="sm" c="dimmed">{words.paused}</Text>}
        {look === 'seen' && (problems.length === 0 ? <Status kind="good">{words.fine}</Status> : <Status kind="bad">{words.wrong(problems.length)}</Status>)}
      </div>
      {problems.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {problems.map((problem) => (
            <li key={`${String(problem.line)}:${String(problem.column)} ${problem.message}`}>
              <UnstyledButton className={classes['problem'] ?? ''} onClick={() => goTo({ line: problem.line, column: problem.column })}>
                <Text span size="sm" fw={600}>{words.line(problem.line)}:</Text> <Text span size="sm">{problem.message}</Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
