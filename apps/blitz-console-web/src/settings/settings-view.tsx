import type { ReactNode } from 'react';
import type { Versioned } from '../client/answer.ts';
import { QueryView } from '../ui/states/query-view.tsx';
import { useDefinitions, useSettings, type Definition, type Settings } from './settings-data.ts';

interface Known {
  readonly current: Versioned<Settings>;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** The settings and what each is, as soon as both are there. */
export function SettingsView({ children }: { readonly children: (known: Known) => ReactNode }) {
  const [settings, definitions] = [useSettings(), useDefinitions()];
  return (
    <QueryView query={definitions} lines={8}>
      {(known) => <QueryView query={settings} lines={8}>{(current) => children({ current, definitions: known })}</QueryView>}
    </QueryView>
  );
}
