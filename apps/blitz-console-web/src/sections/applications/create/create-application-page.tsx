import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { answer } from '../../../client/answer.ts';
import { useMay } from '../../../session/session-context.ts';
import { NotFound } from '../../../shell/not-found.tsx';
import { FormFrame } from '../../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../../ui/forms/use-draft-form.ts';
import { Page } from '../../../ui/page/page.tsx';
import { applicationAddress } from '../application-address.ts';
import { ApplicationFields } from '../fields/application-fields.tsx';
import { labelsIn } from '../fields/application-labels.ts';
import { changeOf, kinds, nothingYet, type ApplicationKind, type ApplicationWithSecret } from '../application-types.ts';
import { NewSecret } from '../connect/new-secret.tsx';
import { useApplicationsWords } from '../words.ts';

export function CreateApplicationPage() {
  const { kind: asked } = useParams();
  const may = useMay();
  const kind = kinds.find((each) => each === asked);
  if (kind === undefined || (kind === 'machine' && !may('w_admin'))) return <NotFound />;
  return <CreateForm key={kind} kind={kind} />;
}

function CreateForm({ kind }: { readonly kind: ApplicationKind }) {
  const words = useApplicationsWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // The secret is here and nowhere else: gone with the page.
  const [shown, setShown] = useState<ApplicationWithSecret>();
  const made = useRef<ApplicationWithSecret>(undefined);
  const form = useDraftForm({
    name: `new-${kind}`,
    saved: nothingYet,
    ...labelsIn(words),
    save: async (values, { idempotencyKey }) => {
      const body = { client_id: values.client_id, ...changeOf(kind, values) };
      made.current = await answer(api.POST('/blitz/admin/api/v1/applications', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));
      await queryClient.invalidateQueries({ queryKey: ['applications', 'list'] });
    },
  });
  const leave = (): void => void navigate(applicationAddress(made.current?.client_id ?? ''));
  const done = (): void => (made.current?.client_secret === null ? leave() : setShown(made.current));
  return (
    <Page title={words.createTitle[kind]} lead={words.kindChoices[kind].text} path={[{ title: words.title, to: '/applications' }, { title: words.chooseKind, to: '/applications/new' }]}>
      <FormFrame form={form} submit={words.createSubmit} saved={words.created} done={done}>
        <ApplicationFields form={form} kind={kind} isNew />
      </FormFrame>
      {shown !== undefined && <NewSecret application={shown} close={leave} />}
    </Page>
  );
}
