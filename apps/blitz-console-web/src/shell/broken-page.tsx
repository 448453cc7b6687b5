import { Button } from '@mantine/core';
import { useRouteError } from 'react-router';
import { problemOf } from '../client/problem.ts';
import { Page } from '../ui/page/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { QueryError } from '../ui/states/query-error.tsx';
import { useWords } from '../words/use-words.ts';

/** Instead of a page that threw. */
export function BrokenPage() {
  const words = useWords();
  const error = useRouteError();
  return (
    <Page title={words.broken.title}>
      <EmptyState title={words.broken.title} action={<Button onClick={() => location.reload()}>{words.broken.again}</Button>}>{words.broken.text}</EmptyState>
      <QueryError error={problemOf(error)} />
    </Page>
  );
}
