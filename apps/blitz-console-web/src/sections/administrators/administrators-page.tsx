import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldStar } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession } from '../../session/session-context.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Status } from '../../ui/states/status.tsx';
import { PagedTable } from '../../ui/table/paged-table.tsx';
import { Moment } from '../../ui/values/moment.tsx';
import { useAdministrators, type Administrator } from './administrators-data.ts';
import { RolesExplained } from './roles-explained.tsx';
import { FactorStatus } from './second-factor.tsx';
import { useAdministratorsWords } from './words.ts';

/** Who may work in the console. */
export function AdministratorsPage() {
  const words = useAdministratorsWords();
  const pages = useAdministrators();
  const add = <Button component={Link} to="/administrators/new">{words.add}</Button>;
  return (
    <Page title={words.title} lead={words.lead} actions={add}>
      <PagedTable
        caption={words.list}
        pages={pages}
        rowKey={({ sub }) => sub}
        empty={<EmptyState icon={<IconShieldStar />} title={words.none.title} action={add}>{words.none.text}</EmptyState>}
        columns={[
          { key: 'who', title: words.columns.who, heading: true, cell: (each) => <Who administrator={each} /> },
          { key: 'roles', title: words.columns.roles, cell: ({ roles }) => <Group gap={6}>{roles.map((role) => <Status key={role} kind={role === 'root' ? 'accent' : 'quiet'}>{words.roles[role]}</Status>)}</Group> },
          { key: 'factor', title: words.columns.factor, cell: ({ second_factor: factor }) => <FactorStatus factor={factor} /> },
          { key: 'since', title: words.columns.since, cell: ({ appointed_at: at }) => <Moment at={at} /> },
        ]}
      />
      <RolesExplained />
    </Page>
  );
}

function Who({ administrator: { sub, name, login, locked } }: { readonly administrator: Administrator }) {
  const words = useAdministratorsWords();
  const { person } = useSession();
  return (
    <Stack gap={2}>
      <Anchor component={Link} to={`/administrators/${sub}`} fw={600}>{name ?? login}</Anchor>
      <Group gap={6}>
        <Text size="sm" c="dimmed" fw={400}>{login}</Text>
        {person.sub === sub && <Status kind="quiet">{words.you}</Status>}
        {locked && <Status kind="bad">{words.locked}</Status>}
      </Group>
    </Stack>
  );
}
