import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../ui/page/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { useWords } from '../words/use-words.ts';

/** Of an address that leads nowhere. Sections show it for addresses below theirs: `<Route path="*" element={<NotFound />} />`. */
export function NotFound() {
  const words = useWords();
  return (
    <Page title={words.notFound.title}>
      <EmptyState title={words.notFound.title} action={<Button component={Link} to="/">{words.notFound.home}</Button>}>{words.notFound.text}</EmptyState>
    </Page>
  );
}
