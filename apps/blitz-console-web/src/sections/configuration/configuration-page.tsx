import type { ReactNode } from 'react';
import { Page } from '../../ui/page/page.tsx';
import { useConfigurationWords } from './words.ts';

/** The frame of each tab of Configuration. */
export function ConfigurationPage({ title, lead, children }: { readonly title: string; readonly lead: string; readonly children: ReactNode }) {
  const words = useConfigurationWords();
  const tabs = [
    { title: words.tabs.differences, to: '/configuration', exact: true },
    { title: words.tabs.history, to: '/configuration/history' },
    { title: words.tabs.transfer, to: '/configuration/transfer' },
  ];
  return <Page title={title} lead={lead} path={[{ title: words.title, to: '/configuration' }]} tabs={tabs}>{children}</Page>;
}
