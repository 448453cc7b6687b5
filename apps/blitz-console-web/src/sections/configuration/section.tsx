import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { DifferencesPage } from './differences/differences-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { TransferPage } from './transfer/transfer-page.tsx';

/** What is saved over blitz.conf, how it came to be, and the ways out and in. */
export function ConfigurationSection() {
  return (
    <Routes>
      <Route index element={<DifferencesPage />} />
      <Route path="history" element={<HistoryPage />} />
      <Route path="transfer" element={<TransferPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
