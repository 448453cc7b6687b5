import { Alert, AppShell, Burger, Group, ScrollArea, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { InterruptionDialogs } from '../session/interruption-dialogs.tsx';
import { useSession } from '../session/session-context.ts';
import { UnsavedGuard } from '../ui/forms/unsaved-guard.tsx';
import { useWords } from '../words/use-words.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

/** What stays while the pages change: head, navigation, and the dialogs that any page may need. */
export function Shell() {
  const words = useWords();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const byLink = useSession().entered_by === 'link';
  const loading = useNavigation().state === 'loading';
  useEffect(close, [pathname, close]);
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 256, breakpoint: 'md', collapsed: { mobile: !opened } }} padding={{ base: 'sm', sm: 'lg' }}>
      <a href="#content" className={classes['skip']}>{words.skip}</a>
      <AppShell.Header className={classes['header'] ?? ''}>
        <Group h="100%" px={{ base: 'sm', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={opened ? words.closeMenu : words.openMenu} aria-expanded={opened} aria-controls="sections" />
            <Link to="/" className={classes['brand'] ?? ''}><img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width={28} height={28} /><span>Blitz</span><VisuallyHidden>{words.product}</VisuallyHidden></Link>
          </Group>
          <Group gap={4} wrap="nowrap"><LanguageSwitch /><ThemeSwitch /><AccountMenu /></Group>
        </Group>
        {loading && <div className={classes['loading']} role="progressbar" aria-label={words.loading} />}
      </AppShell.Header>
      <AppShell.Navbar id="sections" aria-label={words.navigation} p="sm" className={classes['navbar'] ?? ''} data-closed={opened ? undefined : true}>
        <ScrollArea type="auto"><Navigation /></ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main'] ?? ''}>
        <div className={classes['page']}>
          {byLink && <Alert color="yellow" mb="md">{words.enteredByLink}</Alert>}
          <Outlet />
        </div>
      </AppShell.Main>
      <ScrollRestoration getKey={({ pathname: at }) => at} />
      <UnsavedGuard />
      <InterruptionDialogs />
    </AppShell>
  );
}
