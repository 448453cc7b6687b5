import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../client/admin-api.ts';
import { answer, type Versioned } from '../../../client/answer.ts';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { Panel } from '../../../ui/page/panel.tsx';
import { toast } from '../../../ui/toast.ts';
import { afterConflict } from './after-conflict.ts';
import type { Application } from '../application-types.ts';
import { useApplicationsWords } from '../words.ts';

export function DeletePanel({ known: { body, etag }, reload }: { readonly known: Versioned<Application>; readonly reload: () => Promise<unknown> }) {
  const words = useApplicationsWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    const params = { path: { client_id: body.client_id }, header: { 'If-Match': etag } };
    await afterConflict(answer(api.DELETE('/blitz/admin/api/v1/applications/{client_id}', { params })), reload);
    toast.good(words.removed);
    await navigate('/applications');
    // Only now: this page would ask for what is gone.
    queryClient.removeQueries({ queryKey: ['applications', 'one', body.client_id] });
    await queryClient.invalidateQueries({ queryKey: ['applications', 'list'] });
  };
  return (
    <Panel title={words.removePanel} lead={words.removeLead}>
      <Group><Button variant="default" c="var(--bad)" onClick={() => setAsking(true)}>{words.remove}</Button></Group>
      {asking && (
        <ConfirmDialog title={words.removeTitle} action={words.remove} dangerous typed={body.client_id} confirm={remove} close={() => setAsking(false)} problems={words.problems}>{words.removeText}</ConfirmDialog>
      )}
    </Panel>
  );
}
