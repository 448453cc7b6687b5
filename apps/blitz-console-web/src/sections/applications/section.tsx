import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { ApplicationPage } from './known/application-page.tsx';
import { ApplicationsPage } from './list/applications-page.tsx';
import { ChooseKindPage } from './create/choose-kind-page.tsx';
import { CreateApplicationPage } from './create/create-application-page.tsx';

export function ApplicationsSection() {
  return (
    <Routes>
      <Route index element={<ApplicationsPage />} />
      <Route path="new" element={<ChooseKindPage />} />
      <Route path="new/:kind" element={<CreateApplicationPage />} />
      <Route path="known/:clientId" element={<ApplicationPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
