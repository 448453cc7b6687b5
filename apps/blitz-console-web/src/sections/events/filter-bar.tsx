import { Button, Collapse, Group, MultiSelect, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { textFilters, type EventFilters } from './event-filters.ts';
import { PersonField } from './person-field.tsx';
import { useEventsWords } from './words.ts';

/** What is looked for. On a phone it is folded away until it is wanted. */
export function FilterBar({ filters, change }: { readonly filters: EventFilters; readonly change: (filters: EventFilters) => void }) {
  const words = useEventsWords();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [open, { toggle }] = useDisclosure(wide);
  const count = Object.keys(filters).length;
  return (
    <Stack gap="sm">
      <Group>
        <Button variant="default" leftSection={<IconFilter size={18} aria-hidden="true" />} onClick={toggle} aria-expanded={open} aria-controls="event-filter">
          {open ? words.filters.hide : words.filters.show(count)}
        </Button>
      </Group>
      <Collapse expanded={open} id="event-filter">
        <Fields key={JSON.stringify(filters)} filters={filters} change={change} />
      </Collapse>
    </Stack>
  );
}

function Fields({ filters, change }: { readonly filters: EventFilters; readonly change: (filters: EventFilters) => void }) {
  const words = useEventsWords();
  const [draft, setDraft] = useState(filters);
  const set = (part: Partial<Record<keyof EventFilters, unknown>>): void => { setDraft((now) => ({ ...now, ...part }) as EventFilters); };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change(draft);
  };
  const types = Object.entries(words.types).map(([value, label]) => ({ value, label }));
  const moments = ['from', 'before'] as const;
  return (
    <form onSubmit={submit} aria-label={words.filters.label}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm" style={{ alignItems: 'end' }}>
          <NativeSelect label={words.filters.outcome} value={draft.outcome ?? ''} onChange={({ currentTarget }) => { set({ outcome: currentTarget.value === '' ? undefined : currentTarget.value }); }}
            data={[{ value: '', label: words.filters.any }, ...Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))]} />
          <MultiSelect label={words.filters.type} data={types} value={draft.type ?? []} onChange={(type) => { set({ type }); }} searchable clearable placeholder={(draft.type ?? []).length === 0 ? words.filters.typeHint : ''} />
          {moments.map((name) => (
            <TextInput key={name} type="datetime-local" label={words.filters[name]} value={localOf(draft[name])} onChange={({ currentTarget }) => { set({ [name]: isoOf(currentTarget.value) }); }} />
          ))}
          <PersonField value={draft.sub} change={(sub) => { set({ sub }); }} />
          {textFilters.filter((name) => name !== 'sub').map((name) => (
            <TextInput key={name} label={words.filters[name]} value={draft[name] ?? ''} maxLength={128} onChange={({ currentTarget }) => { set({ [name]: currentTarget.value.trim() }); }} />
          ))}
        </SimpleGrid>
        <Group gap="sm">
          <Button type="submit">{words.filters.apply}</Button>
          <Button variant="default" onClick={() => { change({}); }}>{words.filters.clear}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** As the field of a browser wants it: in its own time, without a zone. */
function localOf(iso: string | undefined): string {
  const at = Date.parse(iso ?? '');
  if (Number.isNaN(at)) return '';
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isoOf(local: string): string | undefined {
  const at = Date.parse(local);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
