import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CodeEditorProps } from './code-editor.tsx';
import classes from './editor.module.css';
import { monacoFor } from './monaco.ts';

type Monaco = ReturnType<typeof monacoFor>;
type StandaloneEditor = ReturnType<Monaco['editor']['create']>;

interface Opened {
  readonly monaco: Monaco;
  readonly editor: StandaloneEditor;
}

export const monacoTheme = (scheme: 'light' | 'dark'): string => (scheme === 'dark' ? 'blitz-dark' : 'vs');

export const editorOptions = {
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  fontSize: 14,
  tabSize: 2,
  padding: { top: 8, bottom: 8 },
  fixedOverflowWidgets: true,
  renderLineHighlight: 'line',
  scrollbar: { alwaysConsumeMouseWheel: false },
} as const;

let lastModel = 0;

export function MonacoEditor({ value, change, label, describedBy, problems, place, declarations }: CodeEditorProps & { readonly declarations: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const scheme = useComputedColorScheme('light');
  const typed = useEffectEvent(change);
  const first = useEffectEvent(() => ({ value, label }));
  useEffect(() => {
    if (box.current === null) return undefined;
    const monaco = monacoFor(declarations);
    const { value: text, label: ariaLabel } = first();
    lastModel += 1;
    const model = monaco.editor.createModel(text, 'typescript', monaco.Uri.parse(`file:///procedure-${String(lastModel)}.ts`));
    const editor = monaco.editor.create(box.current, { ...editorOptions, model, ariaLabel });
    editor.onDidChangeModelContent(() => typed(model.getValue()));
    setOpened({ monaco, editor });
    return () => {
      setOpened(undefined);
      editor.dispose();
      model.dispose();
    };
  }, [declarations]);
  useEffect(() => opened?.monaco.editor.setTheme(monacoTheme(scheme)), [opened, scheme]);
  useEffect(() => {
    const model = opened?.editor.getModel();
    if (model !== null && model !== undefined && model.getValue() !== value) model.setValue(value);
  }, [opened, value]);
  useEffect(() => {
    const model = opened?.editor.getModel();
    if (opened === undefined || model === null || model === undefined) return;
    opened.monaco.editor.setModelMarkers(model, 'blitz', problems.map(({ line, column, message }) => {
      const word = model.getWordAtPosition({ lineNumber: Math.min(line, model.getLineCount()), column });
      return { severity: opened.monaco.MarkerSeverity.Error, message, startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: word?.endColumn ?? column + 1 };
    }));
  }, [opened, problems]);
  useEffect(() => {
    if (opened === undefined || place === undefined) return;
    opened.editor.setPosition({ lineNumber: place.line, column: place.column });
    opened.editor.revealLineInCenter(place.line);
    opened.editor.focus();
  }, [opened, place]);
  return <div ref={box} className={classes['editor']} role="group" aria-label={label} aria-describedby={describedBy} data-editor="" />;
}
