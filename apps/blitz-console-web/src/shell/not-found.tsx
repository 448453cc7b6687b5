import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../ui/page/page.tsx';
import { useWords } from '../words/use-words.ts';

/** Of an address that leads nowhere. Sections show it for addresses below theirs: `<Route path="*" element={<NotFound />} />`. */
export function NotFound() {
  const { notFound } = useWords();
  return <Page title={notFound.title} lead={notFound.text}><Group><Button component={Link} to="/">{notFound.home}</Button></Group></Page>;
}
