import { Status, type StatusKind } from '../../../ui/states/status.tsx';
import { useUsersWords } from '../words.ts';
import type { AccountImport } from './send-file.ts';

const kinds: Readonly<Record<AccountImport['state'], StatusKind>> = { running: 'accent', done: 'good', refused: 'bad', failed: 'bad', broken_off: 'notice' };

/** How an import stands, in a word or two. */
export function ImportStatus({ told: { state, dry_run: dryRun } }: { readonly told: AccountImport }) {
  const { imports } = useUsersWords();
  if (state === 'done' && dryRun) return <Status kind="quiet">{imports.tried}</Status>;
  return <Status kind={kinds[state]}>{imports.states[state]}</Status>;
}
