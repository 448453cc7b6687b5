import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const sourceName = '/procedure.ts';
const declarationsName = '/procedure.d.ts';
const libFolder = dirname(fileURLToPath(import.meta.resolve('typescript')));

/** In the libraries of ES2022, but not in the language: threads, and what is seen only by a garbage collector. */
const leftOut = /sharedmemory|weakref/;

const options = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: false,
  erasableSyntaxOnly: true,
};

/** Files that are the same for every procedure, parsed once. */
const kept = new Map();

function keptFile(name, text) {
  const before = kept.get(name);
  if (before?.text === text) return before;
  const file = ts.createSourceFile(name, text, options.target, true);
  kept.set(name, file);
  return file;
}

function libFile(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/^lib\.[a-z0-9.]+\.d\.ts$/.test(name)) return undefined;
  return kept.get(path) ?? keptFile(path, leftOut.test(name) ? '' : readFileSync(join(libFolder, name), 'utf8'));
}

/** A program that sees the source, the language and the libraries of ES2022, and no other file. */
export function openProgram(source, declarations) {
  const file = ts.createSourceFile(sourceName, source, options.target, true);
  const files = { [sourceName]: () => file, [declarationsName]: () => keptFile(declarationsName, declarations) };
  const host = {
    getSourceFile: (path) => (Object.hasOwn(files, path) ? files[path]() : libFile(path)),
    getDefaultLibFileName: () => '/lib/lib.es2022.d.ts',
    getDefaultLibLocation: () => '/lib',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => Object.hasOwn(files, path),
    readFile: () => undefined,
    directoryExists: () => false,
    getDirectories: () => [],
    writeFile: () => undefined,
    resolveModuleNameLiterals: (names) => names.map(() => ({ resolvedModule: undefined })),
    resolveTypeReferenceDirectiveReferences: (names) => names.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };
  return { program: ts.createProgram([sourceName, declarationsName], options, host), file };
}
