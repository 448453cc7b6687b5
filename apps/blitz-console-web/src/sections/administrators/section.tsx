import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { AdministratorPage } from './administrator-page.tsx';
import { AdministratorsPage } from './administrators-page.tsx';
import { AppointPage } from './appoint-page.tsx';

/** Who may work in the console. */
export function AdministratorsSection() {
  return (
    <Routes>
      <Route index element={<AdministratorsPage />} />
      <Route path="new" element={<AppointPage />} />
      <Route path=":sub" element={<AdministratorPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
