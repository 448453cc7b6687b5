import type { ReactNode } from 'react';
import { Page } from '../../ui/page/page.tsx';
import { places, useAuthenticationTabs } from './tabs.ts';
import { useAuthenticationWords } from './words.ts';

/** The frame of each tab of Authentication. */
export function AuthenticationPage({ title, lead, children }: { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }) {
  const words = useAuthenticationWords();
  const tabs = useAuthenticationTabs();
  return (
    <Page title={title} path={[{ title: words.title, to: places.general }]} tabs={tabs} {...(lead === undefined ? {} : { lead })}>
      {children}
    </Page>
  );
}
