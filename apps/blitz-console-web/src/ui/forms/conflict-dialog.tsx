import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import { sameValue } from './same-value.ts';
import type { DraftForm } from './use-draft-form.ts';

/** Two people changed the same: both versions side by side, and the choice which one stays (412). */
export function ConflictDialog<Values extends object>({ form, keepMine }: { readonly form: DraftForm<Values>; readonly keepMine: (etag: string) => void }) {
  const words = useWords();
  const { problem, options } = form;
  const opened = problem !== undefined && problem.status === 412;
  if (!opened) return null;
  const { current, etag } = problem.body;
  const take = (): void => {
    form.discard();
    void options.reload?.();
  };
  return (
    <Modal opened onClose={form.dismissProblem} title={words.form.conflict.title} size="lg" closeButtonProps={{ 'aria-label': words.dialog.close }}>
      <Stack>
        <Text>{current === undefined ? words.form.conflict.gone : words.form.conflict.text}</Text>
        {current !== undefined && options.read !== undefined && <Versions form={form} theirs={options.read(current)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={take}>{words.form.conflict.takeTheirs}</Button>
          {etag !== undefined && <Button onClick={() => keepMine(etag)}>{words.form.conflict.keepMine}</Button>}
        </Group>
      </Stack>
    </Modal>
  );
}

function Versions<Values extends object>({ form, theirs }: { readonly form: DraftForm<Values>; readonly theirs: Values }) {
  const words = useWords();
  const { labels, show = defaultShow } = form.options;
  const names = (Object.keys(labels) as (keyof Values & string)[]).filter((name) => !sameValue(form.values[name], theirs[name]));
  if (names.length === 0) return <Text c="dimmed">{words.form.conflict.same}</Text>;
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{words.form.conflict.field}</Table.Th><Table.Th>{words.form.conflict.mine}</Table.Th><Table.Th>{words.form.conflict.theirs}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map((name) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{labels[name]}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{show(name, form.values[name])}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{show(name, theirs[name])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const defaultShow = (_name: string, value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
