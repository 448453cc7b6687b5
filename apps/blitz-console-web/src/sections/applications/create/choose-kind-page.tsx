import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobile, IconRobot, IconServer, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMay } from '../../../session/session-context.ts';
import { Page } from '../../../ui/page/page.tsx';
import { kinds, type ApplicationKind } from '../application-types.ts';
import classes from './choose-kind.module.css';
import { useApplicationsWords } from '../words.ts';

const icons: Readonly<Record<ApplicationKind, Icon>> = { web: IconServer, native: IconDeviceMobile, machine: IconRobot };

/** The first step to a new application. */
export function ChooseKindPage() {
  const words = useApplicationsWords();
  const may = useMay();
  return (
    <Page title={words.chooseKind} lead={words.chooseLead} path={[{ title: words.title, to: '/applications' }]}>
      <Stack component="ul" className={classes['choices'] ?? ''}>
        {kinds.map((kind) => <li key={kind}><Choice kind={kind} open={kind !== 'machine' || may('w_admin')} /></li>)}
      </Stack>
    </Page>
  );
}

function Choice({ kind, open }: { readonly kind: ApplicationKind; readonly open: boolean }) {
  const words = useApplicationsWords();
  const Symbol = icons[kind];
  const { title, text } = words.kindChoices[kind];
  return (
    <Paper withBorder className={classes['choice'] ?? ''} data-open={open}>
      <Symbol size={28} stroke={1.5} aria-hidden="true" />
      <div>
        <Title order={2} size="h4">{open ? <Link to={`/applications/new/${kind}`} className={classes['link']}>{title}</Link> : title}</Title>
        <Text c="dimmed">{text}</Text>
        {!open && <Text size="sm" mt={4}>{words.machineNeeds}</Text>}
      </div>
    </Paper>
  );
}
