import { Panel } from '../../ui/page/panel.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useLanguage } from '../../words/language-context.tsx';
import { useWords } from '../../words/use-words.ts';
import { useQueues, type QueueLine } from './call-data.ts';
import { useCallsWords } from './words.ts';

/** How the diallers keep up, this moment. */
export function QueuePanel() {
  const { queue, seconds } = useCallsWords();
  const { none } = useWords();
  const { language } = useLanguage();
  const query = useQueues();
  const sec = (ms: number | undefined): string => (ms === undefined || ms === 0 ? none : seconds((ms / 1000).toLocaleString(language, { maximumFractionDigits: 1 })));
  const counts = (['waiting', 'active', 'delayed', 'failed'] as const).map((name) => ({ key: name, title: queue[name], align: 'end' as const, cell: ({ line }: { readonly line: QueueLine }) => line[name].toLocaleString(language) }));
  return (
    <Panel title={queue.title} lead={queue.lead}>
      <QueryView query={query} lines={3}>
        {({ calls, follow_ups: followUps }) => (
          <DataTable caption={queue.title} rows={[{ name: queue.calls, line: calls }, { name: queue.followUps, line: followUps }]} rowKey={({ name }) => name} columns={[
            { key: 'name', title: queue.line, heading: true, cell: ({ name }) => name },
            ...counts,
            { key: 'oldest', title: queue.oldest, align: 'end', cell: ({ line }) => sec(line.oldest_wait_ms) },
            { key: 'longest', title: queue.longest, align: 'end', cell: ({ line }) => sec(line.under_way_ms[0]) },
          ]} />
        )}
      </QueryView>
    </Panel>
  );
}
