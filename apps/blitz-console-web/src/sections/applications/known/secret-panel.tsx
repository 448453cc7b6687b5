import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../client/admin-api.ts';
import { answer, type Versioned } from '../../../client/answer.ts';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../ui/page/panel.tsx';
import { Moment } from '../../../ui/values/moment.tsx';
import type { Application, ApplicationWithSecret } from '../application-types.ts';
import { NewSecret } from '../connect/new-secret.tsx';
import { afterConflict } from './after-conflict.ts';
import { useApplicationsWords } from '../words.ts';

/** When the secret was made, and how another one is. */
export function SecretPanel({ known: { body, etag }, reload }: { readonly known: Versioned<Application>; readonly reload: () => Promise<unknown> }) {
  const words = useApplicationsWords();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<ApplicationWithSecret>();
  const rotate = async (): Promise<void> => {
    const params = { path: { client_id: body.client_id }, header: { 'If-Match': etag } };
    setShown(await afterConflict(answer(api.POST('/blitz/admin/api/v1/applications/{client_id}/secret', { params })), reload));
    await queryClient.invalidateQueries({ queryKey: ['applications'] });
  };
  if (!body.has_secret) return <Panel title={words.secret}><Text c="dimmed">{words.secretNone}</Text></Panel>;
  return (
    <Panel title={words.secret} lead={words.secretLead}>
      <Text>{words.secretSince}: {body.secret_since === null ? words.secretUnknown : <Moment at={body.secret_since} exact />}</Text>
      <Group><Button variant="default" onClick={() => setAsking(true)}>{words.rotate}</Button></Group>
      {asking && (
        <ConfirmDialog title={words.rotateTitle} action={words.rotate} dangerous confirm={rotate} close={() => setAsking(false)} problems={words.problems}>{words.rotateText}</ConfirmDialog>
      )}
      {shown !== undefined && <NewSecret application={shown} close={() => setShown(undefined)} />}
    </Panel>
  );
}
