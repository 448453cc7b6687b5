import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Loading } from '../../ui/states/loading.tsx';
import { useEventsWords } from './words.ts';

/** Its pages come with the parts of the API that they show. */
export function EventsSection() {
  const words = useEventsWords();
  return (
    <Routes>
      <Route index element={<Page title={words.title}><Loading /></Page>} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
