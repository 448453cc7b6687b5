import { Checkbox, Stack, Switch, TextInput } from '@mantine/core';
import { useSession } from '../../../session/session-context.ts';
import { fieldId } from '../../../ui/forms/bind-fields.ts';
import type { DraftForm } from '../../../ui/forms/use-draft-form.ts';
import { AddressList } from './address-list.tsx';
import { privileges, type ApplicationKind, type ApplicationValues } from '../application-types.ts';
import { suggestedId } from '../create/suggested-id.ts';
import { useApplicationsWords } from '../words.ts';

type Form = DraftForm<ApplicationValues>;

/** @param isNew its id is chosen, too */
export function ApplicationFields({ form, kind, isNew = false }: { readonly form: Form; readonly kind: ApplicationKind; readonly isNew?: boolean }) {
  const words = useApplicationsWords();
  return (
    <Stack gap="lg" maw="44rem">
      {isNew ? <NameAndId form={form} /> : <TextInput label={words.name} description={words.nameHelp} required {...form.text('name')} />}
      {kind === 'machine' ? <Privileges form={form} /> : <ForPeople form={form} kind={kind} />}
    </Stack>
  );
}

function NameAndId({ form }: { readonly form: Form }) {
  const words = useApplicationsWords();
  const { name, client_id: id } = form.values;
  // Until somebody chooses an id the name suggests one.
  const type = (next: string): void => form.change({ name: next, ...(id === suggestedId(name) ? { client_id: suggestedId(next) } : {}) });
  return (
    <>
      <TextInput label={words.name} description={words.nameHelp} required {...form.text('name')} onChange={(event) => type(event.currentTarget.value)} />
      <TextInput label={words.clientId} description={words.clientIdHelp} required spellCheck={false} autoComplete="off" {...form.text('client_id')} />
    </>
  );
}

function ForPeople({ form, kind }: { readonly form: Form; readonly kind: 'web' | 'native' }) {
  const words = useApplicationsWords();
  return (
    <>
      <AddressList form={form} field="redirect_uris" label={words.redirectUris} help={words.redirectHelp[kind]} required />
      <AddressList form={form} field="post_logout_redirect_uris" label={words.postLogoutRedirectUris} help={words.postLogoutHelp} />
      <Switch id={fieldId(form.id, 'required_factor')} label={words.requiredFactor} description={words.requiredFactorHelp} checked={form.values.required_factor === 2}
        error={form.errorOf('required_factor')} onChange={(event) => form.set('required_factor', event.currentTarget.checked ? 2 : null)} />
      <Switch label={words.refreshTokens} description={words.refreshHelp} {...form.checked('refresh_tokens')} />
    </>
  );
}

function Privileges({ form }: { readonly form: Form }) {
  const words = useApplicationsWords();
  const { privileges: held } = useSession();
  const { privileges: given } = form.values;
  return (
    <Checkbox.Group id={fieldId(form.id, 'privileges')} label={words.privileges} description={words.privilegesHelp} required error={form.errorOf('privileges')}
      value={[...given]} onChange={(next) => form.set('privileges', next)}>
      <Stack gap="sm" mt="sm">
        {privileges.map((each) => {
          // Taken away it may be; given only by who has it.
          const closed = !held.includes(each) && !given.includes(each);
          return <Checkbox key={each} value={each} label={`${words.privilegeWords[each]} (${each})`} disabled={closed} {...(closed ? { description: words.notHeld } : {})} />;
        })}
      </Stack>
    </Checkbox.Group>
  );
}
