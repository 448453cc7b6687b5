import { Anchor, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../session/session-context.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { useLanguage } from '../../words/language-context.tsx';
import { isPeriod, periods, useOverview, type Overview, type Period } from './call-data.ts';
import { NumberCards } from './number-cards.tsx';
import { OverTime } from './over-time.tsx';
import { ProvidersPanel } from './providers-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { WhyNot } from './why-not.tsx';
import { useCallsWords } from './words.ts';

/** Everything about calls on one page, renewed by itself. */
export function CallsPage() {
  const words = useCallsWords();
  const { language } = useLanguage();
  const [params, setParams] = useSearchParams();
  const asked = params.get('period');
  const period: Period = isPeriod(asked) ? asked : 'day';
  const query = useOverview(period);
  const data = (Object.keys(periods) as Period[]).map((value) => ({ value, label: words.periods[value] }));
  return (
    <Page title={words.title} lead={words.lead}>
      <Group justify="space-between" gap="sm">
        <SegmentedControl aria-label={words.period} data={data} value={period} onChange={(value) => { setParams({ period: value }); }} />
        {query.data !== undefined && <Text size="sm" c="dimmed">{words.asOf(new Date(query.data.as_of).toLocaleTimeString(language))}</Text>}
      </Group>
      <QueryView query={query} lines={6}>{(overview) => <Told overview={overview} />}</QueryView>
      <QueuePanel />
      <ProvidersPanel />
    </Page>
  );
}

function Told({ overview }: { readonly overview: Overview }) {
  const { empty } = useCallsWords();
  const mayConfigure = useMay()('w_system');
  const nothing = Object.values(overview.totals).every((count) => count === 0);
  if (nothing) {
    const action = mayConfigure ? <Anchor component={Link} to="/authentication">{empty.go}</Anchor> : undefined;
    return <EmptyState icon={<IconPhoneCall size={32} />} title={empty.title} action={action}>{empty.text}</EmptyState>;
  }
  return (
    <Stack gap="lg">
      <NumberCards overview={overview} />
      <OverTime overview={overview} />
      <WhyNot overview={overview} />
    </Stack>
  );
}
