import { Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';
import { FormFrame } from '../../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../../ui/forms/use-draft-form.ts';
import { Panel } from '../../../ui/page/panel.tsx';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { CopyValue } from '../../../ui/values/copy-value.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import { atFields, attributesIn, attributeValues, type AttributeValues, type DirectoryAttribute, type User } from '../account-fields.ts';
import { AttributeInputs, labelsOf } from '../attribute-inputs.tsx';
import { attributesQuery, userQuery } from '../users-queries.ts';
import { useUsersWords } from '../words.ts';

interface Shown {
  readonly user: User;
  readonly etag: string;
}

/** What the directory knows of the person, to be changed. */
export function AttributesTab(shown: Shown) {
  const words = useUsersWords();
  const query = useQuery(attributesQuery);
  return <QueryView query={query} own={words.problems}>{({ items }) => <AttributesForm {...shown} attributes={items} />}</QueryView>;
}

function AttributesForm({ user, etag, attributes }: Shown & { readonly attributes: readonly DirectoryAttribute[] }) {
  const words = useUsersWords();
  const queryClient = useQueryClient();
  const { sub, required_factor: requiredFactor } = user;
  const names = attributes.map(({ name }) => name);
  const reload = (): Promise<void> => queryClient.invalidateQueries({ queryKey: userQuery(sub).queryKey });
  const form = useDraftForm<AttributeValues>({
    name: 'attributes',
    saved: attributeValues(names, user.attributes),
    etag,
    labels: labelsOf(words, [...names, ...Object.keys(user.attributes)]),
    rules: words.rules,
    problems: words.problems,
    read: (current) => attributeValues(names, (current as User).attributes),
    reload,
    save: async (values, saving) => {
      const body = { attributes: attributesIn(values), required_factor: requiredFactor };
      await answer(api.PUT('/blitz/admin/api/v1/users/{sub}', { params: { path: { sub }, header: { 'If-Match': saving.etag } }, body })).catch((thrown: unknown) => { throw atFields(thrown); });
      await Promise.all([reload(), queryClient.invalidateQueries({ queryKey: ['users', 'list'] })]);
    },
  });
  return (
    <FormFrame form={form}>
      <Panel title={words.form.details}>
        <AttributeInputs form={form} attributes={attributes} shared={user.warnings.map(({ attribute }) => attribute)} />
      </Panel>
      <Group gap="xl">
        <Text size="sm" c="dimmed" component="div">{words.card.since} <Moment at={user.created_at} /></Text>
        <Group gap="xs"><Text size="sm" c="dimmed">{words.card.sub}</Text><CopyValue value={sub} label={words.card.sub} /></Group>
      </Group>
    </FormFrame>
  );
}
