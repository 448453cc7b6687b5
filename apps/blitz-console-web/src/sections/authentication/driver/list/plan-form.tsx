import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../client/admin-api.ts';
import { versioned } from '../../../../client/answer.ts';
import { FormFrame } from '../../../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../../../ui/forms/use-draft-form.ts';
import { Panel } from '../../../../ui/page/panel.tsx';
import { usePlan, useStatistics, type Plan, type ProcedureSummary } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import { PlanRow } from './plan-row.tsx';
import { withTheRest, type PlanEntry } from './with-the-rest.ts';

/** The order in which procedures are asked; those that no plan names stand at its end, switched off. */
export function PlanForm({ procedures, plan, etag }: { readonly procedures: readonly ProcedureSummary[]; readonly plan: Plan; readonly etag: string }) {
  const words = useDriverWords();
  const queryClient = useQueryClient();
  const query = usePlan();
  const statistics = useStatistics();
  const read = (saved: Plan) => ({ entries: withTheRest(saved.entries, procedures.map(({ key }) => key)) });
  const form = useDraftForm({
    name: 'plan', saved: read(plan), etag,
    labels: { entries: words.plan.title },
    save: async ({ entries }, saving) => {
      const body = { entries: entries.map((each) => ({ ...each, destinations: [...each.destinations] })) };
      queryClient.setQueryData(['driver', 'plan'], await versioned(api.PUT('/blitz/admin/api/v1/plan', { params: { header: { 'If-Match': saving.etag } }, body })));
    },
    read: (current) => read(current as Plan),
    show: (_name, value) => (value as readonly PlanEntry[]).map(({ procedure, enabled, destinations }) => `${procedure}${enabled ? '' : ` (${words.plan.off})`} ${destinations.join(' ')}`).join('\n'),
    reload: () => query.refetch(),
    rules: words.rules,
  });
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const { entries } = form.values;
  const keys = entries.map(({ procedure }) => procedure);
  const moved = ({ active, over }: DragEndEvent): void => {
    if (over !== null && active.id !== over.id) form.set('entries', arrayMove([...entries], keys.indexOf(String(active.id)), keys.indexOf(String(over.id))));
  };
  const change = (entry: PlanEntry): void => form.set('entries', entries.map((each) => (each.procedure === entry.procedure ? entry : each)));
  return (
    <Panel title={words.plan.title} lead={words.plan.lead}>
      <FormFrame form={form} saved={words.plan.saved}>
        <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={moved}>
          <SortableContext items={keys} strategy={verticalListSortingStrategy}>
            <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {entries.map((entry, at) => (
                <PlanRow
                  key={entry.procedure} entry={entry} change={change} error={form.errorOf(`entries/${String(at)}`)}
                  procedure={procedures.find(({ key }) => key === entry.procedure)} statistics={statistics.data?.procedures.find(({ procedure }) => procedure === entry.procedure)}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
        <Text size="sm" c="dimmed">{words.plan.gone}</Text>
      </FormFrame>
    </Panel>
  );
}
