import { Anchor, Button, Code, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconApps, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';
import { usePages } from '../../../client/use-pages.ts';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Status } from '../../../ui/states/status.tsx';
import type { Column } from '../../../ui/table/data-table.tsx';
import { PagedTable } from '../../../ui/table/paged-table.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import { applicationAddress } from '../application-address.ts';
import type { Application } from '../application-types.ts';
import type { ApplicationsWords } from '../en.ts';
import { useApplicationsWords } from '../words.ts';

export function ApplicationsPage() {
  const words = useApplicationsWords();
  const [params, setParams] = useSearchParams();
  const search = (params.get('search') ?? '').trim().slice(0, 100);
  const look = useDebouncedCallback((text: string) => setParams(text.trim() === '' ? {} : { search: text }, { replace: true }), 250);
  const pages = usePages(['applications', 'list', search], (cursor, signal) =>
    answer(api.GET('/blitz/admin/api/v1/applications', { params: { query: { ...(search === '' ? {} : { search }), ...(cursor === undefined ? {} : { cursor }) } }, signal })));
  const create = <Button component={Link} to="/applications/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>{words.create}</Button>;
  const empty = search === ''
    ? <EmptyState icon={<IconApps />} title={words.none.title} action={create}>{words.none.text}</EmptyState>
    : <EmptyState icon={<IconSearch />} title={words.noneFound.title} action={<Button variant="default" component={Link} to="/applications">{words.noneFound.all}</Button>}>{words.noneFound.text}</EmptyState>;
  return (
    <Page title={words.title} lead={words.lead} actions={<>
      <Anchor href="/blitz/admin/api/docs" size="sm">{words.api}</Anchor>
      {create}
    </>}>
      <TextInput key={search === '' ? 'all' : 'some'} type="search" label={words.search} defaultValue={search} maxLength={100} maw="28rem" onChange={(event) => look(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden="true" />} />
      <PagedTable caption={words.title} pages={pages} rowKey={({ client_id: id }) => id} columns={columnsIn(words)} empty={empty} own={words.problems} />
    </Page>
  );
}

function columnsIn(words: ApplicationsWords): readonly Column<Application>[] {
  return [
    { key: 'name', title: words.name, heading: true, cell: ({ name, client_id: id }) => <Anchor component={Link} to={applicationAddress(id)}>{name}</Anchor> },
    { key: 'id', title: words.clientId, cell: ({ client_id: id }) => <Code style={{ overflowWrap: 'anywhere' }}>{id}</Code> },
    { key: 'kind', title: words.kind, cell: ({ kind }) => <Status kind={kind === 'machine' ? 'notice' : 'quiet'}>{words.kinds[kind]}</Status> },
    { key: 'goesTo', title: words.goesTo, cell: (application) => <GoesTo application={application} words={words} /> },
    { key: 'changed', title: words.changed, cell: ({ changed_at: at }) => <Moment at={at} /> },
  ];
}

function GoesTo({ application: { kind, redirect_uris: addresses, privileges }, words }: { readonly application: Application; readonly words: ApplicationsWords }) {
  if (kind === 'machine') return <Text size="sm">{privileges.join(', ')}</Text>;
  const [first = '—', ...others] = addresses;
  return <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{first}{others.length > 0 && <Text span c="dimmed" size="sm"> {words.others(others.length)}</Text>}</Text>;
}
