import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon, Anchor, Code, Group, Stack, Switch, TagsInput, Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Status } from '../../../../ui/states/status.tsx';
import { Moment } from '../../../../ui/values/moment.tsx';
import { driverPath, type ProcedureSummary, type Statistics } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import classes from './plan-row.module.css';
import { readDestinations, type PlanEntry } from './with-the-rest.ts';

export interface PlanRowProps {
  readonly entry: PlanEntry;
  readonly procedure: ProcedureSummary | undefined;
  readonly statistics: Statistics['procedures'][number] | undefined;
  readonly change: (entry: PlanEntry) => void;
  readonly error: string | undefined;
}

export function PlanRow({ entry, procedure, statistics, change, error }: PlanRowProps) {
  const words = useDriverWords().plan;
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({ id: entry.procedure });
  const name = procedure?.name ?? entry.procedure;
  const style = { transform: transform === null ? undefined : `translate(0, ${String(transform.y)}px)`, transition };
  return (
    <li ref={setNodeRef} style={style} className={classes['row']} data-moving={isDragging ? '' : undefined}>
      <ActionIcon variant="subtle" color="gray" size="lg" className={classes['handle'] ?? ''} aria-label={words.move(name)} {...attributes} {...listeners}><IconGripVertical size={20} aria-hidden="true" /></ActionIcon>
      <Stack gap={4}>
        <Group gap="xs"><Anchor component={Link} to={`${driverPath}/${entry.procedure}`} fw={600}>{name}</Anchor><Code>{entry.procedure}</Code></Group>
        <State entry={entry} procedure={procedure} />
        <Figures statistics={statistics} />
      </Stack>
      <TagsInput
        className={classes['destinations'] ?? ''} label={words.destinations} description={words.destinationsHelp} error={error} value={[...entry.destinations]}
        {...(entry.destinations.length === 0 ? { placeholder: words.everywhere } : {})} onChange={(typed) => change({ ...entry, destinations: readDestinations(typed) })} clearable={false}
      />
      <Switch checked={entry.enabled} onChange={(event) => change({ ...entry, enabled: event.currentTarget.checked })} aria-label={`${words.enabled}: ${name}`} size="md" mt={4} />
    </li>
  );
}

function State({ entry, procedure }: Pick<PlanRowProps, 'entry' | 'procedure'>) {
  const words = useDriverWords().plan;
  if (procedure !== undefined && procedure.unfit !== null) {
    return <Stack gap={2} align="flex-start"><Status kind="bad">{words.unfit}</Status><Text size="sm">{procedure.unfit}</Text></Stack>;
  }
  if (procedure !== undefined && procedure.rests_until !== null) return <Group gap="xs"><Status kind="notice">{words.rests}</Status><Moment at={procedure.rests_until} /></Group>;
  return <Group>{entry.enabled ? <Status kind="good">{words.ready}</Status> : <Status kind="quiet">{words.off}</Status>}</Group>;
}

function Figures({ statistics }: Pick<PlanRowProps, 'statistics'>) {
  const words = useDriverWords().plan;
  if (statistics === undefined) return null;
  const [placed, completed] = (['placed', 'completed'] as const).map((name) => statistics.destinations.reduce((sum, each) => sum + each[name], 0));
  const fault = statistics.last_faults.at(0);
  const hint = fault === undefined || !('hint' in fault) ? undefined : fault['hint'];
  return (
    <>
      <Text size="sm" c="dimmed">{placed === undefined || completed === undefined || placed === 0 ? words.noCalls : words.completion(completed, placed)}</Text>
      {fault !== undefined && <Text size="sm" c="dimmed">{words.lastFault}: {typeof hint === 'string' ? hint : ''} <Moment at={fault.at} /></Text>}
    </>
  );
}
