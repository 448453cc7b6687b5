import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { answer, versioned, type Versioned } from '../../../client/answer.ts';
import { useMay } from '../../../session/session-context.ts';
import { FormFrame } from '../../../ui/forms/form-frame.tsx';
import { useDraftForm } from '../../../ui/forms/use-draft-form.ts';
import { Page } from '../../../ui/page/page.tsx';
import { Panel } from '../../../ui/page/panel.tsx';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { Status } from '../../../ui/states/status.tsx';
import { ApplicationFields } from '../fields/application-fields.tsx';
import { labelsIn } from '../fields/application-labels.ts';
import { changeOf, valuesOf, type Application } from '../application-types.ts';
import { ConnectExample } from '../connect/connect-example.tsx';
import { DeletePanel } from './delete-panel.tsx';
import { SecretPanel } from './secret-panel.tsx';
import { useApplicationsWords } from '../words.ts';

export function ApplicationPage() {
  const words = useApplicationsWords();
  const { clientId = '' } = useParams();
  const query = useQuery({
    queryKey: ['applications', 'one', clientId],
    queryFn: ({ signal }) => versioned(api.GET('/blitz/admin/api/v1/applications/{client_id}', { params: { path: { client_id: clientId } }, signal })),
  });
  const body = query.data?.body;
  return (
    <Page title={body?.name ?? clientId} path={[{ title: words.title, to: '/applications' }]} {...(body === undefined ? {} : { actions: <Status kind={body.kind === 'machine' ? 'notice' : 'quiet'}>{words.kinds[body.kind]}</Status> })}>
      <QueryView query={query} own={words.problems}>{(known) => <Known key={known.body.client_id} known={known} reload={() => query.refetch()} />}</QueryView>
    </Page>
  );
}

function Known({ known, reload }: { readonly known: Versioned<Application>; readonly reload: () => Promise<unknown> }) {
  const words = useApplicationsWords();
  const may = useMay();
  const open = known.body.kind !== 'machine' || may('w_admin');
  return (
    <>
      <Settings known={known} reload={reload} open={open} />
      <Panel title={words.connect} lead={words.connectLead}><ConnectExample application={known.body} /></Panel>
      {open && <SecretPanel known={known} reload={reload} />}
      {open && <DeletePanel known={known} reload={reload} />}
    </>
  );
}

function Settings({ known: { body, etag }, reload, open }: { readonly known: Versioned<Application>; readonly reload: () => Promise<unknown>; readonly open: boolean }) {
  const words = useApplicationsWords();
  const queryClient = useQueryClient();
  const path = { client_id: body.client_id };
  const form = useDraftForm({
    name: 'application',
    saved: valuesOf(body),
    etag,
    ...labelsIn(words),
    save: async (values, saving) => {
      await answer(api.PUT('/blitz/admin/api/v1/applications/{client_id}', { params: { path, header: { 'If-Match': saving.etag } }, body: changeOf(body.kind, values) }));
      await queryClient.invalidateQueries({ queryKey: ['applications'] });
    },
    read: (current) => valuesOf(current as Application),
    reload,
  });
  return (
    <Panel title={words.settings} {...(open ? {} : { lead: words.readOnly })}>
      <FormFrame form={form}>
        <fieldset disabled={!open} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
          <ApplicationFields form={form} kind={body.kind} />
        </fieldset>
      </FormFrame>
    </Panel>
  );
}
