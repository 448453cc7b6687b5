import { SecretDialog } from '../../../ui/dialogs/secret-dialog.tsx';
import type { ApplicationWithSecret } from '../application-types.ts';
import { ConnectExample } from './connect-example.tsx';
import { useApplicationsWords } from '../words.ts';

/** The secret of an application, this once, with what else it has to be told. */
export function NewSecret({ application, close }: { readonly application: ApplicationWithSecret; readonly close: () => void }) {
  const words = useApplicationsWords();
  return (
    <SecretDialog title={words.secretTitle} secret={application.client_secret ?? ''} close={close}>
      <ConnectExample application={application} />
    </SecretDialog>
  );
}
