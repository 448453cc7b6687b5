import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import classes from './editor.module.css';
import { editorOptions, monacoTheme } from './monaco-editor.tsx';
import { monacoFor } from './monaco.ts';

/** Two sources and what differs between them; on a phone one below the other. */
export function Difference({ before, after, label }: { readonly before: string; readonly after: string; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const roomy = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  useEffect(() => {
    if (box.current === null) return undefined;
    const monaco = monacoFor('');
    monaco.editor.setTheme(monacoTheme(scheme));
    // Plain text: both are looked at only, and none of them is checked.
    const models = { original: monaco.editor.createModel(before, 'plaintext'), modified: monaco.editor.createModel(after, 'plaintext') };
    const editor = monaco.editor.createDiffEditor(box.current, { ...editorOptions, readOnly: true, renderSideBySide: roomy, ariaLabel: label });
    editor.setModel(models);
    for (const side of [editor.getOriginalEditor(), editor.getModifiedEditor()]) side.updateOptions({ ariaLabel: label });
    return () => {
      editor.dispose();
      models.original.dispose();
      models.modified.dispose();
    };
  }, [before, after, label, roomy, scheme]);
  return <div ref={box} className={classes['editor']} role="group" aria-label={label} />;
}
