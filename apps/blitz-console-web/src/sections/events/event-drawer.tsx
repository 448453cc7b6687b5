import { Anchor, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import { QueryView } from '../../ui/states/query-view.tsx';
import { Status } from '../../ui/states/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Moment } from '../../ui/values/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import classes from './events.module.css';
import type { Event } from './event-filters.ts';
import { outcomeKinds } from './outcome-kinds.ts';
import { useEventsWords } from './words.ts';

/** One event with all that it says. */
export function EventDrawer({ id, close }: { readonly id: string; readonly close: () => void }) {
  const words = useEventsWords();
  const query = useQuery({
    queryKey: ['events', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/events/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <Drawer.Root opened onClose={close} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body pt="md">
          {/* Not Mantine's own header: it would be a second banner of the page for those who hear it. */}
          <Group justify="space-between" mb="md"><Drawer.Title fw={600}>{words.detail.title}</Drawer.Title><Drawer.CloseButton aria-label={words.detail.close} /></Group>
          <QueryView query={query} own={words.problems}>{(event) => <Facts event={event} />}</QueryView>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Facts({ event }: { readonly event: Event }) {
  const words = useEventsWords();
  const { change, ...details } = event.details;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.detail.at, <Moment key="at" at={event.at} exact />],
    [words.columns.person, event.person ?? event.sub],
    [words.details.actor, event.actor_name ?? event.actor],
    [words.columns.address, event.address],
    [words.columns.application, event.client_id],
    [words.detail.method, event.method],
    ...Object.entries(details).filter(([name]) => name !== 'actor').map(([name, value]) => [words.details[name as keyof typeof words.details] as string | undefined ?? name, <Value key={name} name={name} value={value} />] as const),
    [words.detail.browser, event.user_agent],
    [words.detail.request, event.correlation_id],
    [words.detail.login, event.login],
    [words.detail.session, event.sid],
    [words.detail.id, event.id],
  ];
  return (
    <Stack gap="md">
      <Group gap="sm"><Text fw={600}>{words.types[event.type]}</Text><Status kind={outcomeKinds[event.outcome]}>{words.outcomes[event.outcome]}</Status></Group>
      <dl className={classes['facts']}>
        {facts.filter(([, value]) => value !== null).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {change !== undefined && <Changes change={change} />}
      <Stack gap={6} align="flex-start">
        {event.sub !== null && <Anchor component={Link} to={`/events?sub=${encodeURIComponent(event.sub)}`}>{words.detail.ofPerson}</Anchor>}
        {event.address !== null && <Anchor component={Link} to={`/events?address=${encodeURIComponent(event.address)}`}>{words.detail.ofAddress}</Anchor>}
        {event.correlation_id !== null && <Anchor component={Link} to={`/events?correlation_id=${encodeURIComponent(event.correlation_id)}`}>{words.detail.ofRequest}</Anchor>}
      </Stack>
    </Stack>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const words = useWords();
  if (name === 'until') return <Moment at={String(value)} exact />;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return name === 'reason' || name === 'deed' || name === 'resource' || name === 'because' ? String(value).replaceAll('_', ' ') : String(value);
}

function Changes({ change }: { readonly change: NonNullable<Event['details']['change']> }) {
  const words = useEventsWords();
  const rows = Object.entries(change).map(([field, sides]) => ({ field, ...sides }));
  const shown = (value: unknown): string => (value === undefined ? words.detail.nothing : typeof value === 'string' ? value : JSON.stringify(value));
  return (
    <DataTable caption={words.details.change} rows={rows} rowKey={({ field }) => field} columns={[
      { key: 'field', title: words.detail.field, heading: true, cell: ({ field }) => field },
      { key: 'before', title: words.detail.before, cell: ({ before }) => shown(before) },
      { key: 'after', title: words.detail.after, cell: ({ after }) => shown(after) },
    ]} />
  );
}
