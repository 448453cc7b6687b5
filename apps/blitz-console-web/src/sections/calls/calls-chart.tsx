import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useLanguage } from '../../words/language-context.tsx';
import type { Overview } from './call-data.ts';
import classes from './calls.module.css';
import { useCallsWords } from './words.ts';

/** Loaded when it is shown: charts weigh more than the rest of the section. For those who can't see it, the table says the same. */
export function CallsChart({ overview, label }: { readonly overview: Overview; readonly label: (at: string) => string }) {
  const { chart } = useCallsWords();
  const { language } = useLanguage();
  const data = overview.buckets.map(({ at, placed, completed, failed, refused }) => ({ at: label(at), completed, open: Math.max(0, placed - completed), failed, refused }));
  const series = (['completed', 'open', 'failed', 'refused'] as const).map((name) => ({ name, label: chart[name], color: `var(--chart-${name})` }));
  return (
    <div className={classes['chart']} aria-hidden="true">
      <BarChart h={260} data={data} dataKey="at" type="stacked" series={series} withLegend valueFormatter={(value) => value.toLocaleString(language)}
        yAxisProps={{ allowDecimals: false, width: 44 }} barChartProps={{ accessibilityLayer: false }} barProps={{ isAnimationActive: false }} />
    </div>
  );
}
