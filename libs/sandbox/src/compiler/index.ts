export { TypeScriptCompiler, type TypeScriptCompilerOptions } from './typescript-compiler.ts';
