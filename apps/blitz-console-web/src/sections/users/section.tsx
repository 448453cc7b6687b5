import { Route, Routes } from 'react-router';
import { NotFound } from '../../shell/not-found.tsx';
import { UserCard } from './card/user-card.tsx';
import { CreatePage } from './create-page.tsx';
import { ImportPage } from './import/import-page.tsx';
import { ImportRunPage } from './import/import-run-page.tsx';
import { UsersPage } from './list/users-page.tsx';

export function UsersSection() {
  return (
    <Routes>
      <Route index element={<UsersPage />} />
      <Route path="import" element={<ImportPage />} />
      <Route path="import/:id" element={<ImportRunPage />} />
      <Route path="new" element={<CreatePage />} />
      <Route path=":sub/*" element={<UserCard />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
