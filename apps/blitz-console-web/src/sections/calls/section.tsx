import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { CallsPage } from './calls-page.tsx';

export function CallsSection() {
  return (
    <Routes>
      <Route index element={<CallsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
