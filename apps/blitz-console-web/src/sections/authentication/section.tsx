import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { CallPage } from './call-page.tsx';
import { GeneralPage } from './general-page.tsx';
import { MethodsPage } from './methods/methods-page.tsx';
import { PasswordPage } from './password-page.tsx';

/** How people prove who they are. */
export function AuthenticationSection() {
  return (
    <Routes>
      <Route index element={<Navigate to="general" replace />} />
      <Route path="general" element={<GeneralPage />} />
      <Route path="password" element={<PasswordPage />} />
      <Route path="first" element={<MethodsPage key="first" list="first" />} />
      <Route path="second" element={<MethodsPage key="second" list="second" />} />
      <Route path="second/flashCall" element={<CallPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
