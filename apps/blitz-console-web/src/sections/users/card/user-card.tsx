import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { problemOf } from '../../../client/problem.ts';
import { useMay } from '../../../session/session-context.ts';
import { NotFound } from '../../../shell/not-found.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Loading } from '../../../ui/states/loading.tsx';
import { QueryError } from '../../../ui/states/query-error.tsx';
import { Status } from '../../../ui/states/status.tsx';
import type { User } from '../account-fields.ts';
import { BlockNotices } from '../care/block-notice.tsx';
import { userQuery } from '../users-queries.ts';
import { useUsersWords } from '../words.ts';
import { AttributesTab } from './attributes.tsx';

const SecurityTab = lazy(async () => ({ default: (await import('./security.tsx')).SecurityTab }));
const BrowsersTab = lazy(async () => ({ default: (await import('./browsers.tsx')).BrowsersTab }));
const EventsTab = lazy(async () => ({ default: (await import('./events.tsx')).EventsTab }));

/** All that is known of a person, and what helps them: a tab each. */
export function UserCard() {
  const words = useUsersWords();
  const { sub = '' } = useParams();
  const query = useQuery(userQuery(sub));
  const path = [{ title: words.title, to: '/users' }];
  if (query.data !== undefined) return <Card user={query.data.body} etag={query.data.etag} path={path} />;
  if (query.error === null) return <Page title={words.card.person} path={path}><Loading lines={6} /></Page>;
  const { status } = problemOf(query.error);
  // An address that can be no account's, or is nobody's any more.
  if (status === 404 || status === 422) return <NotFound />;
  return <Page title={words.card.person} path={path}><QueryError error={query.error} again={() => void query.refetch()} own={words.problems} /></Page>;
}

function Card({ user, etag, path }: { readonly user: User; readonly etag: string; readonly path: readonly { title: string; to: string }[] }) {
  const words = useUsersWords();
  const may = useMay();
  const { sub, login } = user;
  const { tabs } = words.card;
  const at = (tab: string): string => `/users/${sub}${tab}`;
  return (
    <Page
      title={login}
      lead={nameOf(user)}
      path={path}
      actions={<States user={user} />}
      tabs={[
        { title: tabs.attributes, to: at(''), exact: true },
        { title: tabs.security, to: at('/security') },
        { title: tabs.browsers, to: at('/browsers') },
        ...(may('r_audit') ? [{ title: tabs.events, to: at('/events') }] : []),
      ]}
    >
      <Routes>
        {/* Its own panels show them there. */}
        <Route path="security" element={null} />
        <Route path="*" element={<BlockNotices sub={sub} />} />
      </Routes>
      <Suspense fallback={<Loading lines={4} />}>
        <Routes>
          <Route index element={<AttributesTab user={user} etag={etag} />} />
          <Route path="security" element={<SecurityTab sub={sub} />} />
          <Route path="browsers" element={<BrowsersTab sub={sub} />} />
          {may('r_audit') && <Route path="events" element={<EventsTab sub={sub} />} />}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Page>
  );
}

function States({ user }: { readonly user: User }) {
  const { card } = useUsersWords();
  if (!user.locked && !user.password_locked) return null;
  return (
    <Group gap="xs">
      {user.locked && <Status kind="bad">{card.locked}</Status>}
      {user.password_locked && <Status kind="notice">{card.passwordLocked}</Status>}
    </Group>
  );
}

function nameOf({ attributes }: User): string | undefined {
  const { name, given_name: given, family_name: family } = attributes;
  const whole = name ?? [given, family].filter((part) => part !== undefined).join(' ');
  return whole === '' ? undefined : whole;
}
