import { Button, Group } from '@mantine/core';
import { useRouteError } from 'react-router';
import { problemOf } from '../client/problem.ts';
import { Page } from '../ui/page/page.tsx';
import { QueryError } from '../ui/states/query-error.tsx';
import { useWords } from '../words/use-words.ts';

/** Instead of a page that threw. */
export function BrokenPage() {
  const { broken } = useWords();
  const error = useRouteError();
  return (
    <Page title={broken.title} lead={broken.text}>
      <QueryError error={problemOf(error)} />
      <Group><Button onClick={() => location.reload()}>{broken.again}</Button></Group>
    </Page>
  );
}
