import { Compiler, type Compiled, type SourceProblem } from '../compiler.ts';

/** Reads nothing: answers as a test says. */
export class FakeCompiler extends Compiler {
  compiled: Compiled = { javascript: 'js', entryPoints: ['run'], secrets: [], hosts: [] };
  problems: readonly SourceProblem[] = [];

  compile(): Promise<{ readonly compiled: Compiled } | { readonly problems: readonly SourceProblem[] }> {
    return Promise.resolve(this.problems.length > 0 ? { problems: this.problems } : { compiled: this.compiled });
  }
}
