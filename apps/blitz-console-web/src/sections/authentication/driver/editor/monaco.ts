// All of them: each alone leans on services that another one brings.
import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/typescript/register.js';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import { ModuleKind, ScriptTarget, typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker.js?worker';

globalThis.MonacoEnvironment = { getWorker: (_id, label) => (label === 'typescript' ? new TypeScriptWorker() : new EditorWorker()) };

/** `--moduleDetection force`: every source is a module of its own. */
const force = 3;

/** As the server compiles (libs/sandbox, program.mjs): what is fine here is fine there. Only the server says what is refused beyond types. */
const compilerOptions = {
  target: ScriptTarget.ESNext,
  lib: ['es2022'],
  types: [],
  module: ModuleKind.ESNext,
  moduleDetection: force,
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  erasableSyntaxOnly: true,
};

// Comments of the dark theme (4.2:1) and the numbers of its lines are too pale on their ground.
monaco.editor.defineTheme('blitz-dark', { base: 'vs-dark', inherit: true, rules: [{ token: 'comment', foreground: '8fbf7f' }], colors: { 'editorLineNumber.foreground': '#a9b3c7', 'editorLineNumber.activeForeground': '#edf0f7' } });

/** The editor, knowing the language of procedures. */
export function monacoFor(declarations: string): typeof monaco {
  typescriptDefaults.setCompilerOptions(compilerOptions);
  typescriptDefaults.setExtraLibs([{ content: declarations, filePath: 'file:///procedure.d.ts' }]);
  typescriptDefaults.setEagerModelSync(true);
  return monaco;
}
