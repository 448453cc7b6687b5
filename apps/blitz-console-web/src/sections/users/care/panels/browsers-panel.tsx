import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { EmptyState } from '../../../../ui/states/empty-state.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { DataTable, type Column } from '../../../../ui/table/data-table.tsx';
import { toast } from '../../../../ui/toast.ts';
import { Moment } from '../../../../ui/values/moment.tsx';
import { browserName } from '../browser-name.ts';
import { useBrowsers, useEndings, type TrustedBrowser } from '../care-api.ts';
import type { CareWords } from '../en.ts';
import { useCareWords } from '../words.ts';

/** Browsers that are not asked for the second factor. */
export function BrowsersPanel({ sub, mayHelp }: { readonly sub: string; readonly mayHelp: boolean }) {
  const words = useCareWords();
  const query = useBrowsers(sub);
  const endings = useEndings(sub);
  const [asking, setAsking] = useState<TrustedBrowser | 'all'>();
  const close = (): void => setAsking(undefined);
  const { browsers } = words;
  const some = mayHelp && (query.data?.length ?? 0) > 0;
  return (
    <Panel title={browsers.title} lead={browsers.lead} actions={some && <Button variant="default" onClick={() => setAsking('all')}>{browsers.all}</Button>}>
      <QueryView query={query} own={words.problems} lines={3}>
        {(items) =>
          items.length === 0
            ? <EmptyState icon={<IconShieldCheck />} title={browsers.none}>{browsers.noneText}</EmptyState>
            : <DataTable caption={browsers.caption} rows={items} rowKey={({ id }) => id} columns={columnsOf(words, mayHelp, setAsking)} />
        }
      </QueryView>
      {asking === 'all' && (
        <ConfirmDialog title={browsers.allTitle} action={browsers.all} dangerous problems={words.problems} close={close}
          confirm={() => endings.browsers().then((count) => toast.good(browsers.allDone(count)))}>
          {browsers.allText}
        </ConfirmDialog>
      )}
      {asking !== undefined && asking !== 'all' && (
        <ConfirmDialog title={browsers.revokeTitle} action={browsers.revoke} dangerous problems={words.problems} close={close}
          confirm={() => endings.browser(asking.id).then(() => toast.good(browsers.revoked))}>
          {browsers.revokeText}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function columnsOf(words: CareWords, mayHelp: boolean, ask: (browser: TrustedBrowser) => void): readonly Column<TrustedBrowser>[] {
  const { browsers, sessions } = words;
  const nameOf = ({ user_agent: userAgent }: TrustedBrowser): string => browserName(userAgent, words);
  return [
    { key: 'browser', title: sessions.browser, heading: true, cell: (browser) => <span title={browser.user_agent}>{nameOf(browser)}</span> },
    { key: 'used', title: browsers.used, cell: ({ last_used_at: at }) => <Moment at={at} /> },
    { key: 'made', title: browsers.made, cell: ({ made_at: at }) => <Moment at={at} /> },
    { key: 'expires', title: browsers.expires, cell: ({ expires_at: at }) => <Moment at={at} /> },
    { key: 'address', title: sessions.address, cell: ({ address }) => address },
    ...(mayHelp
      ? [{
          key: 'revoke', title: browsers.revoke, actions: true,
          cell: (browser: TrustedBrowser) => (
            <Button size="xs" variant="default" aria-label={browsers.revokeOf(nameOf(browser))} onClick={() => ask(browser)}>{browsers.revoke}</Button>
          ),
        }]
      : []),
  ];
}
