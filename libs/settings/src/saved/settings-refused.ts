import { DomainError } from '@blitz/kernel';
import type { SavedProblem } from './saved-settings.ts';

/** What was sent to be saved breaks the schema; `problems` names each key. */
export class SettingsRefused extends DomainError<'settings_invalid'> {
  constructor(readonly problems: readonly SavedProblem[]) {
    super('settings_invalid', { problems: problems.length });
  }
}
