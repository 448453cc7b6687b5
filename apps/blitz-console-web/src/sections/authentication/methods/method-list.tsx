import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { Method } from '../../../settings/settings-data.ts';
import { useSettingsWords } from '../../../settings/words.ts';
import { useAuthenticationWords } from '../words.ts';
import { MethodRow } from './method-row.tsx';
import classes from './methods.module.css';

/** A method as the list is to be saved. */
export interface Wanted {
  readonly id: string;
  readonly enabled: boolean;
}

export interface MethodListProps {
  readonly list: 'first' | 'second';
  readonly wanted: readonly Wanted[];
  readonly known: ReadonlyMap<string, Method>;
  readonly change: (methods: readonly Wanted[]) => void;
}

/** Ordered by dragging, by the keyboard on the grip (space, arrows, space), or by the buttons. */
export function MethodList({ list, wanted, known, change }: MethodListProps) {
  const words = useAuthenticationWords().methods;
  const { methodName } = useSettingsWords();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const shown = wanted.flatMap((each) => {
    const method = known.get(each.id);
    return method === undefined ? [] : [{ ...each, method }];
  });
  const move = (from: number, to: number): void => {
    if (from >= 0 && to >= 0 && to < wanted.length) change(arrayMove([...wanted], from, to));
  };
  const placeOf = (id: string | number | undefined): number => wanted.findIndex((each) => each.id === id);
  const ended = ({ active, over }: DragEndEvent): void => move(placeOf(active.id), placeOf(over?.id));
  const announced = (id: string | number, over: string | number | undefined): string => words.announce(methodName(String(id)), placeOf(over ?? id) + 1, wanted.length);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={ended}
      accessibility={{
        screenReaderInstructions: { draggable: words.instructions },
        announcements: {
          onDragStart: ({ active }) => words.lifted(methodName(String(active.id))),
          onDragOver: ({ active, over }) => announced(active.id, over?.id),
          onDragEnd: ({ active, over }) => announced(active.id, over?.id),
          onDragCancel: ({ active }) => words.putBack(methodName(String(active.id))),
        },
      }}
    >
      <SortableContext items={shown.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol className={classes['list']} aria-label={words.order[list]}>
          {shown.map(({ id, enabled, method }, at) => (
            <MethodRow
              key={id}
              method={method}
              enabled={enabled}
              place={at}
              count={shown.length}
              move={(to) => move(at, to)}
              toggle={(on) => change(wanted.map((each) => (each.id === id ? { ...each, enabled: on } : each)))}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
