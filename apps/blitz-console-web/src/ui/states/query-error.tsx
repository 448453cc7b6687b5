import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '../../client/problem.ts';
import { problemWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/use-words.ts';

/** What could not be read, in words, with a way to try again and the reference that finds the request in the logs. */
export function QueryError({ error, again, own }: { readonly error: Error; readonly again?: () => void; readonly own?: Readonly<Record<string, string>> }) {
  const words = useWords();
  const problem = problemOf(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title={problemWords(words, problem, own)} role="alert">
      <Stack gap="xs" align="flex-start">
        {problem.body.correlationId !== undefined && (
          <Text size="sm">{words.correlation}: <Code style={{ overflowWrap: 'anywhere' }}>{problem.body.correlationId}</Code></Text>
        )}
        {again !== undefined && <Group><Button size="xs" variant="default" onClick={again}>{words.retry}</Button></Group>}
      </Stack>
    </Alert>
  );
}
