import { useQuery } from '@tanstack/react-query';
import { api } from '../../../client/admin-api.ts';
import { answer, versioned } from '../../../client/answer.ts';
import { useSettingsChanged } from '../../../settings/settings-data.ts';
import { useSettingsWords } from '../../../settings/words.ts';
import { ConfirmDialog } from '../../../ui/dialogs/confirm-dialog.tsx';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { toast } from '../../../ui/toast.ts';
import { PreviewView } from '../preview/preview-view.tsx';
import { useConfigurationWords } from '../words.ts';

/** Shows what going back would change, then does it with one click. */
export function RestoreDialog({ version, etag, close }: { readonly version: number; readonly etag: string; readonly close: () => void }) {
  const [words, own, changed] = [useConfigurationWords().history, useSettingsWords(), useSettingsChanged()];
  const path = { version: String(version) };
  const preview = useQuery({
    queryKey: ['settings', 'restore', version, etag],
    queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/settings/versions/{version}/dry-run', { params: { path }, signal })),
  });
  const confirm = async (): Promise<void> => {
    await versioned(api.POST('/blitz/admin/api/v1/settings/versions/{version}/restore', { params: { path, header: { 'If-Match': etag } } }));
    await changed();
    toast.good(words.restored);
  };
  return (
    <ConfirmDialog title={version === 0 ? words.toFile : words.restoreTitle(version)} action={words.restore} confirm={confirm} close={close} problems={own.problems}>
      <QueryView query={preview}>{(found) => <PreviewView preview={found} />}</QueryView>
    </ConfirmDialog>
  );
}
