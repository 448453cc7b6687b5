import { Anchor, Button, Group, Menu, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import { usePages, type Pages } from '../../client/use-pages.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Status } from '../../ui/states/status.tsx';
import { PagedTable } from '../../ui/table/paged-table.tsx';
import { Moment } from '../../ui/values/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import { EventDrawer } from './event-drawer.tsx';
import { paramsOf, useFilterState, type Event, type EventFilters } from './event-filters.ts';
import { FilterBar } from './filter-bar.tsx';
import { outcomeKinds } from './outcome-kinds.ts';
import { useLiveEvents, type LiveState } from './use-live-events.ts';
import { useEventsWords } from './words.ts';

/** The journal: what is looked for, what was found, and what comes in. */
export function EventsPage() {
  const words = useEventsWords();
  const client = useQueryClient();
  const { filters, change, live, setLive, shown, show } = useFilterState();
  const key = ['events', 'list', String(paramsOf(filters))];
  const pages = usePages(key, (cursor, signal) =>
    answer(api.GET('/blitz/admin/api/v1/events', { params: { query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } }, signal })),
  );
  const { state, events } = useLiveEvents(filters, live, () => void client.invalidateQueries({ queryKey: key }));
  return (
    <Page title={words.title} lead={words.lead} actions={<ExportMenu filters={filters} />}>
      <FilterBar filters={filters} change={change} />
      <Group gap="md">
        <Switch label={words.live.label} checked={live} onChange={({ currentTarget }) => { setLive(currentTarget.checked); }} />
        <LiveWords state={state} count={events.length} />
      </Group>
      <EventTable pages={withLive(pages, events)} filtered={Object.keys(filters).length > 0} show={show} />
      {shown !== null && <EventDrawer id={shown} close={() => { show(null); }} />}
    </Page>
  );
}

function withLive(pages: Pages<Event>, events: readonly Event[]): Pages<Event> {
  const known = new Set(pages.items.map(({ id }) => id));
  return { ...pages, items: [...events.filter(({ id }) => !known.has(id)), ...pages.items] };
}

function LiveWords({ state, count }: { readonly state: LiveState; readonly count: number }) {
  const { live, newer } = useEventsWords();
  const words = { off: '', connecting: live.connecting, on: count === 0 ? live.on : newer(count), broken: live.broken, over: live.over, missed: live.missed };
  return <Text size="sm" c="dimmed" role="status">{words[state]}</Text>;
}

function ExportMenu({ filters }: { readonly filters: EventFilters }) {
  const words = useEventsWords();
  const address = (format: string): string => `/blitz/admin/api/v1/events/export?${new URLSearchParams([['format', format], ...paramsOf(filters)]).toString()}`;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target><Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>{words.export.label}</Button></Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'json'] as const).map((format) => <Menu.Item key={format} component="a" href={address(format)} download>{words.export[format]}</Menu.Item>)}
        <Text size="xs" c="dimmed" px="sm" py={6}>{words.export.cap}</Text>
      </Menu.Dropdown>
    </Menu>
  );
}

interface TableProps {
  readonly pages: Pages<Event>;
  readonly filtered: boolean;
  readonly show: (id: string) => void;
}

function EventTable({ pages, filtered, show }: TableProps) {
  const words = useEventsWords();
  const { none } = useWords();
  const { columns } = words;
  return (
    <PagedTable caption={words.caption} pages={pages} rowKey={({ id }) => id} own={words.problems}
      empty={<EmptyState title={words.empty.title}>{filtered ? words.empty.filtered : words.empty.bare}</EmptyState>}
      columns={[
        { key: 'what', title: columns.what, heading: true, cell: ({ id, type }) => <Anchor component="button" type="button" ta="start" onClick={() => { show(id); }}>{(words.types as Readonly<Record<string, string | undefined>>)[type] ?? type}</Anchor> },
        { key: 'at', title: columns.at, cell: ({ at }) => <Moment at={at} /> },
        { key: 'outcome', title: columns.outcome, cell: ({ outcome }) => <Status kind={outcomeKinds[outcome]}>{words.outcomes[outcome]}</Status> },
        { key: 'person', title: columns.person, cell: ({ person, actor_name: actor, sub }) => person ?? actor ?? sub ?? none },
        { key: 'address', title: columns.address, cell: ({ address }) => address ?? none },
        { key: 'application', title: columns.application, cell: ({ client_id: application }) => application ?? none },
      ]} />
  );
}
