import { Loader, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useId } from 'react';
import { useLanguageTypes } from '../driver-queries.ts';
import { useDriverWords } from '../words.ts';
import { PlainEditor } from './plain-editor.tsx';
import { ProblemList } from './problem-list.tsx';

const MonacoEditor = lazy(async () => ({ default: (await import('./monaco-editor.tsx')).MonacoEditor }));

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface SourceProblem extends Place {
  readonly message: string;
}

export interface CodeEditorProps {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly label: string;
  readonly describedBy: string;
  readonly problems: readonly SourceProblem[];
  /** Where to go: a new object each time. */
  readonly place: Place | undefined;
}

/** How the source is looked at: nothing is known, it is being asked, it was answered, or it can't be asked. */
export type Look = 'none' | 'looking' | 'seen' | 'paused';

/** The source of a procedure. On a phone a plain field: an editor that fights with the keyboard on the screen helps nobody. */
export function CodeEditor({ look, goTo, ...props }: Omit<CodeEditorProps, 'label' | 'describedBy'> & { readonly look: Look; readonly goTo: (place: Place) => void }) {
  const words = useDriverWords();
  const id = useId();
  const roomy = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const types = useLanguageTypes();
  const shared = { ...props, label: words.editor.label, describedBy: id };
  const loading = <Text role="status" c="dimmed"><Loader size="xs" aria-hidden="true" /> {words.editor.loading}</Text>;
  return (
    <Stack gap="xs">
      {!roomy || types.error !== null ? <PlainEditor {...shared} /> : types.data === undefined ? loading : <Suspense fallback={loading}><MonacoEditor {...shared} declarations={types.data.declarations} /></Suspense>}
      {roomy && <Text id={id} size="sm" c="dimmed">{words.editor.keys}</Text>}
      <ProblemList problems={props.problems} look={look} goTo={goTo} />
    </Stack>
  );
}
