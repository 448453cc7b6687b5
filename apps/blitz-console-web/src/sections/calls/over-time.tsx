import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Panel } from '../../ui/page/panel.tsx';
import { Loading } from '../../ui/states/loading.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useLanguage } from '../../words/language-context.tsx';
import type { Overview } from './call-data.ts';
import classes from './calls.module.css';
import { useCallsWords } from './words.ts';

const CallsChart = lazy(() => import('./calls-chart.tsx').then(({ CallsChart: component }) => ({ default: component })));

/** Calls by hour or day: as a chart, in a sentence, and as a table. */
export function OverTime({ overview }: { readonly overview: Overview }) {
  const { chart, cards } = useCallsWords();
  const { language } = useLanguage();
  const { bucket, totals } = overview;
  const label = (at: string): string => new Date(at).toLocaleString(language, bucket === 'hour' ? { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const busy = overview.buckets.filter(({ asked, placed, failed, refused, completed }) => asked + placed + failed + refused + completed > 0).toReversed();
  const counts = (['asked', 'placed', 'completed', 'failed', 'refused'] as const).map((name) => ({ key: name, title: cards[name], align: 'end' as const, cell: (row: (typeof busy)[number]) => row[name].toLocaleString(language) }));
  return (
    <Panel title={chart.title} lead={bucket === 'hour' ? chart.day : chart.season}>
      <Suspense fallback={<Loading lines={5} />}><CallsChart overview={overview} label={label} /></Suspense>
      <Text size="sm">{chart.summary(totals.asked, totals.placed.toLocaleString(language), totals.completed.toLocaleString(language))}</Text>
      <details>
        <summary>{chart.table}</summary>
        <div className={classes['table']} tabIndex={0} role="region" aria-label={chart.title}>
          <DataTable caption={chart.title} rows={busy} rowKey={({ at }) => at} columns={[{ key: 'at', title: chart.when, heading: true, cell: ({ at }) => label(at) }, ...counts]} />
        </div>
      </details>
    </Panel>
  );
}
