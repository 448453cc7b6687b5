import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useMay } from '../../session/session-context.ts';
import { Panel } from '../../ui/page/panel.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useLanguage } from '../../words/language-context.tsx';
import type { Overview, Reasons } from './call-data.ts';
import { useCallsWords } from './words.ts';

/** Why calls were not made: failures, refusals, guards. */
export function WhyNot({ overview }: { readonly overview: Overview }) {
  const { why } = useCallsWords();
  const kinds = [['failures', 'call_failed'], ['refusals', 'call_refused'], ['guards', 'guard_fired']] as const;
  const some = kinds.filter(([kind]) => overview[kind].length > 0);
  return (
    <Panel title={why.title}>
      {some.length === 0 && <Text c="dimmed">{why.none}</Text>}
      <SimpleGrid cols={{ base: 1, md: Math.max(1, some.length) }} spacing="lg">
        {some.map(([kind, type]) => <Counted key={kind} title={why[kind]} type={type} reasons={overview[kind]} from={overview.from} />)}
      </SimpleGrid>
    </Panel>
  );
}

function Counted({ title, type, reasons, from }: { readonly title: string; readonly type: string; readonly reasons: Reasons; readonly from: string }) {
  const { why } = useCallsWords();
  const { language } = useLanguage();
  const mayRead = useMay()('r_audit');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">{title}</Title>
      <DataTable caption={title} rows={reasons} rowKey={({ reason }) => reason} columns={[
        { key: 'reason', title: why.reason, heading: true, cell: ({ reason }) => (reason === '' ? why.unknown : reason.replaceAll('_', ' ')) },
        { key: 'count', title: why.count, align: 'end', cell: ({ count }) => count.toLocaleString(language) },
      ]} />
      {mayRead && <Anchor component={Link} size="sm" to={`/events?type=${type}&from=${encodeURIComponent(from)}`} aria-label={`${why.events}: ${title}`}>{why.events}</Anchor>}
    </Stack>
  );
}
