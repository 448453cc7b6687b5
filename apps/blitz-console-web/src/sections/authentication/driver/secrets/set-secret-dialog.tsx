import { Modal, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../client/admin-api.ts';
import { answer } from '../../../../client/answer.ts';
import { fieldId } from '../../../../ui/forms/bind-fields.ts';
import { FormFrame } from '../../../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../../../ui/forms/use-draft-form.ts';
import { useWords } from '../../../../words/use-words.ts';
import { useDriverWords } from '../words.ts';

/** Gives a secret its value. Lines are kept: keys in PEM have several. Render it only while it is open. */
export function SetSecretDialog({ name, hosts, close }: { readonly name: string; readonly hosts: readonly string[]; readonly close: () => void }) {
  const [words, general] = [useDriverWords(), useWords()];
  const queryClient = useQueryClient();
  const form = useDraftForm({
    name: `secret ${name}`,
    saved: { name, value: '', hosts },
    secrets: ['value'],
    labels: { name: words.secrets.name, value: words.secrets.value, hosts: words.secrets.hosts },
    save: async (values) => {
      await answer(api.PUT('/blitz/admin/api/v1/secrets/{name}', { params: { path: { name: values.name } }, body: { value: values.value, hosts: [...values.hosts] } }));
      await queryClient.invalidateQueries({ queryKey: ['driver'] });
    },
    problems: words.problems,
    rules: words.rules,
  });
  const leave = (): void => {
    form.discard();
    close();
  };
  return (
    <Modal opened onClose={leave} title={name === '' ? words.secrets.add : words.secrets.replaceOf(name)} closeButtonProps={{ 'aria-label': general.dialog.close }}>
      <FormFrame form={form} submit={words.secrets.save} saved={words.secrets.saved} done={close}>
        <Stack>
          {name === '' && <TextInput label={words.secrets.name} autoComplete="off" autoCapitalize="off" data-autofocus {...form.text('name')} />}
          <Textarea label={words.secrets.value} description={words.secrets.valueHelp} autoComplete="off" spellCheck={false} autosize minRows={1} maxRows={6} {...(name === '' ? {} : { 'data-autofocus': true })} {...form.text('value')} />
          <TagsInput id={fieldId(form.id, 'hosts')} label={words.secrets.hosts} description={words.secrets.hostsHelp} error={form.errorOf('hosts')} value={[...form.values.hosts]} onChange={(typed) => form.set('hosts', typed)} />
        </Stack>
      </FormFrame>
    </Modal>
  );
}
