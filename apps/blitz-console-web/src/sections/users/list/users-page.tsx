import { Anchor, Button } from '@mantine/core';
import type { components } from '@blitz/admin-client';
import { IconUpload, IconUserPlus, IconUsers, IconUserSearch } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';
import { usePages, type CursorPage } from '../../../client/use-pages.ts';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Status } from '../../../ui/states/status.tsx';
import type { Column } from '../../../ui/table/data-table.tsx';
import { PagedTable } from '../../../ui/table/paged-table.tsx';
import { MaskedNumber } from '../../../ui/values/masked-number.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useUsersWords } from '../words.ts';
import type { UsersWords } from '../en.ts';
import { SearchField } from './search-field.tsx';

type UserItem = components['schemas']['UserItem'];

export function UsersPage() {
  const words = useUsersWords();
  const { none } = useWords();
  const [parameters] = useSearchParams();
  const asked = parameters.get('q') ?? '';
  const pages = usePages(['users', 'list', asked], (cursor, signal) => findUsers(asked, cursor, signal));
  return (
    <Page title={words.title} lead={words.lead} actions={<Actions />}>
      <SearchField asked={asked} />
      <PagedTable caption={words.table.caption} pages={pages} rowKey={({ sub }) => sub} columns={columnsOf(words, none)} empty={<Nobody asked={asked} />} own={words.problems} />
    </Page>
  );
}

/** Words that begin many names are followed a good way with each request; none found on it says nothing about the rest. */
async function findUsers(asked: string, cursor: string | undefined, signal: AbortSignal): Promise<CursorPage<UserItem>> {
  const found = await answer(api.GET('/blitz/admin/api/v1/users', { params: { query: { ...(asked === '' ? {} : { q: asked }), ...(cursor === undefined ? {} : { cursor }) } }, signal }));
  return found.items.length === 0 && found.next !== null ? findUsers(asked, found.next, signal) : found;
}

function Actions() {
  const words = useUsersWords();
  return (
    <>
      <Button component={Link} to="/users/import" variant="default" leftSection={<IconUpload size={16} aria-hidden="true" />}>{words.import}</Button>
      <Button component={Link} to="/users/new" leftSection={<IconUserPlus size={16} aria-hidden="true" />}>{words.create}</Button>
    </>
  );
}

function Nobody({ asked }: { readonly asked: string }) {
  const words = useUsersWords();
  if (asked !== '') return <EmptyState icon={<IconUserSearch />} title={words.empty.notFound(asked)}>{words.empty.notFoundText}</EmptyState>;
  return <EmptyState icon={<IconUsers />} title={words.empty.none} action={<Actions />}>{words.empty.noneText}</EmptyState>;
}

function columnsOf({ table }: UsersWords, none: string): readonly Column<UserItem>[] {
  return [
    { key: 'login', title: table.login, heading: true, cell: ({ sub, login }) => <Anchor component={Link} to={`/users/${sub}`} style={{ overflowWrap: 'anywhere' }}>{login}</Anchor> },
    { key: 'name', title: table.name, cell: ({ name }) => name ?? none },
    { key: 'phone', title: table.phone, cell: ({ phone_number: phone }) => (phone === null ? none : <MaskedNumber>{phone}</MaskedNumber>) },
    { key: 'email', title: table.email, cell: ({ email }) => <span style={{ overflowWrap: 'anywhere' }}>{email ?? none}</span> },
    { key: 'state', title: table.state, cell: ({ locked }) => (locked ? <Status kind="bad">{table.locked}</Status> : <Status kind="good">{table.open}</Status>) },
  ];
}
