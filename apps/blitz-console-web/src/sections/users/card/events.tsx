import { Anchor, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';
import { usePages } from '../../../client/use-pages.ts';
import { Panel } from '../../../ui/page/panel.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Status } from '../../../ui/states/status.tsx';
import { PagedTable } from '../../../ui/table/paged-table.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import { useWords } from '../../../words/use-words.ts';
import { outcomeKinds } from '../../events/outcome-kinds.ts';
import { useEventsWords } from '../../events/words.ts';
import { useCareWords } from '../care/words.ts';

const limit = 20;

/** What happened to the person last. The section Events looks further: each link goes there, with the person as its filter. */
export function EventsTab({ sub }: { readonly sub: string }) {
  const { events: words } = useCareWords();
  const journal = useEventsWords();
  const { none } = useWords();
  const sentences: Readonly<Record<string, string | undefined>> = journal.types;
  const pages = usePages(['users', sub, 'events'], (cursor, signal) =>
    answer(api.GET('/blitz/admin/api/v1/events', { params: { query: { sub, limit, ...(cursor === undefined ? {} : { cursor }) } }, signal })));
  const all = `/events?sub=${sub}`;
  return (
    <Panel title={words.title} lead={words.lead} actions={<Button component={Link} to={all} variant="default">{words.all}</Button>}>
      <PagedTable caption={journal.caption} pages={pages} rowKey={({ id }) => id} own={journal.problems}
        empty={<EmptyState icon={<IconHistory />} title={words.none}>{words.noneText}</EmptyState>}
        columns={[
          { key: 'what', title: journal.columns.what, heading: true, cell: ({ id, type }) => <Anchor component={Link} to={`${all}&event=${id}`}>{sentences[type] ?? type}</Anchor> },
          { key: 'at', title: journal.columns.at, cell: ({ at }) => <Moment at={at} /> },
          { key: 'outcome', title: journal.columns.outcome, cell: ({ outcome }) => <Status kind={outcomeKinds[outcome]}>{journal.outcomes[outcome]}</Status> },
          { key: 'address', title: journal.columns.address, cell: ({ address }) => address ?? none },
          { key: 'application', title: journal.columns.application, cell: ({ client_id: application }) => application ?? none },
        ]} />
    </Panel>
  );
}
