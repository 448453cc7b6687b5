import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/use-words.ts';
import { PageTabs, type PageTab } from './page-tabs.tsx';
import classes from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** One sentence on what this page is for. */
  readonly lead?: ReactNode;
  /** The way here, without this page. */
  readonly path?: readonly { readonly title: string; readonly to: string }[];
  readonly tabs?: readonly PageTab[];
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let lastFocused: string | undefined;

/** The frame of every page: its title (also of the browser's tab, and what is read out first), the way here, and tabs. */
export function Page({ title, lead, path = [], tabs, actions, children }: PageProps) {
  const words = useWords();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const trail = path.map((each) => each.title);
  const full = [title, ...trail.toReversed(), words.product].join(' · ');
  useEffect(() => {
    document.title = full;
  }, [full]);
  useEffect(() => {
    // Not on the first page: a browser begins at the top by itself.
    if (lastFocused !== undefined && lastFocused !== pathname) heading.current?.focus({ preventScroll: true });
    lastFocused = pathname;
  }, [pathname]);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        {path.length > 0 && (
          <nav aria-label={words.breadcrumbs}>
            <ol className={classes['way']}>
              {path.map((each) => <li key={each.to}><Anchor component={Link} to={each.to} size="sm">{each.title}</Anchor></li>)}
            </ol>
          </nav>
        )}
        <Group justify="space-between" align="center" gap="sm">
          <Title order={1} size="h2" ref={heading} tabIndex={-1} style={{ outline: 'none', overflowWrap: 'anywhere', minWidth: 0 }}>{title}</Title>
          {actions !== undefined && <Group gap="sm">{actions}</Group>}
        </Group>
        {lead !== undefined && <Text c="dimmed" maw="44rem">{lead}</Text>}
      </Stack>
      {tabs !== undefined && <PageTabs label={title} tabs={tabs} />}
      {children}
    </Stack>
  );
}
