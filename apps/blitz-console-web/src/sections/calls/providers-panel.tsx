import type { components } from '@blitz/admin-client';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Panel } from '../../ui/page/panel.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { Status } from '../../ui/states/status.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Moment } from '../../ui/values/moment.tsx';
import { useLanguage } from '../../words/language-context.tsx';
import { useWords } from '../../words/use-words.ts';
import { useProviders } from './call-data.ts';
import { useCallsWords } from './words.ts';

type Procedure = components['schemas']['CallStatistics']['procedures'][number];

/** Which provider does how well, and what went wrong last. */
export function ProvidersPanel() {
  const { providers } = useCallsWords();
  return (
    <Panel title={providers.title} lead={providers.lead}>
      <QueryView query={useProviders()} lines={4}>
        {({ procedures }) => (
          <Stack gap="xl">
            {procedures.length === 0 && <Text c="dimmed">{providers.none} <Anchor component={Link} underline="always" to="/authentication/second/flashCall/driver">{providers.write}</Anchor></Text>}
            {procedures.map((each) => <Provider key={each.procedure} procedure={each} />)}
          </Stack>
        )}
      </QueryView>
    </Panel>
  );
}

function Provider({ procedure: { procedure, enabled, rests_until: rests, destinations, last_faults: faults } }: { readonly procedure: Procedure }) {
  const { providers, seconds } = useCallsWords();
  const { none } = useWords();
  const { language } = useLanguage();
  const number = (value: number): string => value.toLocaleString(language);
  const percent = (part: number, whole: number): string => (whole === 0 ? '' : ` (${(part / whole).toLocaleString(language, { style: 'percent' })})`);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Title order={3} size="h5">{procedure}</Title>
        <Status kind={rests !== null ? 'bad' : enabled ? 'good' : 'quiet'}>{rests !== null ? providers.rests : enabled ? providers.works : providers.off}</Status>
        {destinations.length === 0 && <Text size="sm" c="dimmed">{providers.quiet}</Text>}
      </Group>
      {destinations.length > 0 && (
        <DataTable caption={procedure} rows={destinations} rowKey={({ destination }) => destination} columns={[
          { key: 'destination', title: providers.destination, heading: true, cell: ({ destination }) => destination },
          { key: 'offered', title: providers.offered, align: 'end', cell: ({ offered }) => number(offered) },
          { key: 'placed', title: providers.placed, align: 'end', cell: ({ placed, offered }) => `${number(placed)}${percent(placed, offered)}` },
          { key: 'completed', title: providers.completed, align: 'end', cell: ({ completed, placed }) => `${number(completed)}${percent(completed, placed)}` },
          { key: 'mean', title: providers.mean, align: 'end', cell: ({ mean_to_code_ms: mean }) => (mean === null ? none : seconds((mean / 1000).toLocaleString(language, { maximumFractionDigits: 1 }))) },
        ]} />
      )}
      {faults.length > 0 && (
        <details>
          <summary>{providers.faults}</summary>
          <DataTable caption={providers.faults} rows={faults.map((fault, at) => ({ ...fault, key: `${fault.at} ${String(at)}` }))} rowKey={({ key }) => key} columns={[
            { key: 'because', title: providers.because, heading: true, cell: (fault) => text(fault, 'because').replaceAll('_', ' ') },
            { key: 'at', title: providers.at, cell: ({ at }) => <Moment at={at} /> },
            { key: 'destination', title: providers.destination, cell: (fault) => text(fault, 'destination') || none },
            { key: 'hint', title: providers.hint, cell: (fault) => text(fault, 'hint') || none },
          ]} />
        </details>
      )}
    </Stack>
  );
}

/** What a fault says beside its moment is left open by the API. */
function text(fault: object, name: string): string {
  const value: unknown = Reflect.get(fault, name);
  return typeof value === 'string' ? value : '';
}
