import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import { FormFrame } from '../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../ui/forms/use-draft-form.ts';
import { Page } from '../../ui/page/page.tsx';
import { Panel } from '../../ui/page/panel.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { atFields, attributesIn, attributeValues, type AttributeValues, type DirectoryAttribute } from './account-fields.ts';
import { AttributeInputs, labelsOf } from './attribute-inputs.tsx';
import { attributesQuery } from './users-queries.ts';
import { useUsersWords } from './words.ts';

export function CreatePage() {
  const words = useUsersWords();
  const query = useQuery(attributesQuery);
  return (
    <Page title={words.create} lead={words.form.createLead} path={[{ title: words.title, to: '/users' }]}>
      <QueryView query={query} own={words.problems}>{({ items }) => <CreateForm attributes={items} />}</QueryView>
    </Page>
  );
}

const factors = { configuration: null, one: 1, two: 2 } as const;

function CreateForm({ attributes }: { readonly attributes: readonly DirectoryAttribute[] }) {
  const words = useUsersWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const made = useRef('');
  const names = attributes.map(({ name }) => name);
  const form = useDraftForm<AttributeValues>({
    name: 'new-account',
    saved: { login: '', factors: 'configuration', ...attributeValues(names, {}) },
    labels: { login: words.fields.login, factors: words.fields.requiredFactor, ...labelsOf(words, names) },
    rules: words.rules,
    problems: words.problems,
    save: async (values, { idempotencyKey }) => {
      const { login = '', factors: asked = '' } = values;
      const body = { login, attributes: attributesIn(values), required_factor: asked === 'one' || asked === 'two' ? factors[asked] : null };
      const user = await answer(api.POST('/blitz/admin/api/v1/users', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })).catch((thrown: unknown) => { throw atFields(thrown); });
      made.current = user.sub;
      await queryClient.invalidateQueries({ queryKey: ['users', 'list'] });
    },
  });
  return (
    <FormFrame form={form} submit={words.form.submit} saved={words.form.created} done={() => void navigate(`/users/${made.current}/security`)}>
      <Panel title={words.form.identity}>
        <Stack maw="32rem">
          <TextInput label={words.fields.login} description={words.fields.loginHint} withAsterisk maxLength={254} autoComplete="off" spellCheck={false} {...form.text('login')} />
          <NativeSelect
            label={words.fields.requiredFactor}
            data={[{ value: 'configuration', label: words.fields.byConfiguration }, { value: 'one', label: words.fields.one }, { value: 'two', label: words.fields.two }]}
            value={form.values['factors'] ?? 'configuration'}
            onChange={(event) => { form.set('factors', event.currentTarget.value); }}
          />
        </Stack>
      </Panel>
      <Panel title={words.form.details}><AttributeInputs form={form} attributes={attributes} /></Panel>
    </FormFrame>
  );
}
