import { Route, Routes } from 'react-router';
import { NotFound } from '../../../shell/not-found.tsx';
import { DriverPage } from './list/driver-page.tsx';
import { NewProcedurePage } from './procedure/new-procedure-page.tsx';
import { ProcedurePage } from './procedure/procedure-page.tsx';
import { VersionsPage } from './versions/versions-page.tsx';

/** Who makes the calls, and how they are asked. */
export function DriverSection() {
  return (
    <Routes>
      <Route index element={<DriverPage />} />
      <Route path="new" element={<NewProcedurePage />} />
      <Route path=":key" element={<ProcedurePage />} />
      <Route path=":key/versions" element={<VersionsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
