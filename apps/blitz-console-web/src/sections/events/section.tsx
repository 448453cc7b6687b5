import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { EventsPage } from './events-page.tsx';

export function EventsSection() {
  return (
    <Routes>
      <Route index element={<EventsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
