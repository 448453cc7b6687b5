import { Button } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../../ui/page/panel.tsx';
import { EmptyState } from '../../../../ui/states/empty-state.tsx';
import { QueryView } from '../../../../ui/states/query-view.tsx';
import { DataTable, type Column } from '../../../../ui/table/data-table.tsx';
import { toast } from '../../../../ui/toast.ts';
import { Moment } from '../../../../ui/values/moment.tsx';
import { browserName } from '../browser-name.ts';
import { useEndings, useSessions, type PersonSession } from '../care-api.ts';
import type { CareWords } from '../en.ts';
import { useCareWords } from '../words.ts';

/** Where the person is logged in. */
export function SessionsPanel({ sub, mayHelp }: { readonly sub: string; readonly mayHelp: boolean }) {
  const words = useCareWords();
  const query = useSessions(sub);
  const endings = useEndings(sub);
  const [asking, setAsking] = useState<PersonSession | 'all'>();
  const close = (): void => setAsking(undefined);
  const { sessions } = words;
  // Also with nobody logged in: applications may hold tokens longer.
  const all = mayHelp && <Button variant="default" onClick={() => setAsking('all')}>{sessions.all}</Button>;
  return (
    <Panel title={sessions.title} lead={sessions.lead} actions={all}>
      <QueryView query={query} own={words.problems} lines={3}>
        {(items) =>
          items.length === 0
            ? <EmptyState icon={<IconDeviceLaptop />} title={sessions.none}>{sessions.noneText}</EmptyState>
            : <DataTable caption={sessions.caption} rows={items} rowKey={({ id }) => id} columns={columnsOf(words, mayHelp, setAsking)} />
        }
      </QueryView>
      {asking === 'all' && (
        <ConfirmDialog title={sessions.allTitle} action={sessions.all} dangerous problems={words.problems} close={close}
          confirm={() => endings.sessions().then((count) => toast.good(sessions.allDone(count)))}>
          {sessions.allText}
        </ConfirmDialog>
      )}
      {asking !== undefined && asking !== 'all' && (
        <ConfirmDialog title={sessions.endTitle} action={sessions.endAct} dangerous problems={words.problems} close={close}
          confirm={() => endings.session(asking.id).then(() => toast.good(sessions.ended))}>
          {sessions.endText}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function columnsOf(words: CareWords, mayHelp: boolean, ask: (session: PersonSession) => void): readonly Column<PersonSession>[] {
  const { sessions } = words;
  const nameOf = ({ user_agent: userAgent }: PersonSession): string => browserName(userAgent, words);
  return [
    { key: 'browser', title: sessions.browser, heading: true, cell: (session) => <span title={session.user_agent}>{nameOf(session)}</span> },
    { key: 'used', title: sessions.used, cell: ({ last_used_at: at }) => <Moment at={at} /> },
    { key: 'begun', title: sessions.begun, cell: ({ begun_at: at }) => <Moment at={at} /> },
    { key: 'address', title: sessions.address, cell: ({ address }) => address },
    { key: 'applications', title: sessions.applications, cell: ({ applications }) => applications.map(({ name }) => name).join(', ') || words.noApplications },
    ...(mayHelp
      ? [{
          key: 'end', title: sessions.end, actions: true,
          cell: (session: PersonSession) => (
            <Button size="xs" variant="default" aria-label={sessions.endOf(nameOf(session))} onClick={() => ask(session)}>{sessions.end}</Button>
          ),
        }]
      : []),
  ];
}
