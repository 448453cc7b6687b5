import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';
import { declarations } from '@blitz/procedures';

const compiler = new TypeScriptCompiler({ limitMs: 60_000 });
afterAll(() => compiler.close());

const page = readFileSync(new URL('../../../docs/procedures.md', import.meta.url), 'utf8');
const [prose = ''] = page.split('<!-- procedure.d.ts');
const fenced = (text: string): readonly string[] => [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = '']) => code);

/** A few lines are shown without the class around them. */
const whole = (code: string): string =>
  code.includes('export default')
    ? code
    : `function example(obj: JsObj, result: HttpLoopResult) {\n${code}\n}\nvoid example;\nexport default class { run() { return HttpLoop.Ok(); } }`;

describe('docs/procedures.md', () => {
  const examples = fenced(prose).map((code) => ({ code, name: /class (\w+)/.exec(code)?.[1] ?? code.trim().split('\n', 1)[0] ?? '' }));

  it('has examples of every word of the language', () => {
    expect(examples.length).toBeGreaterThan(8);
    const words = [...declarations().matchAll(/^ {2}(?:readonly )?(\w+)\??[(:]/gm)].map(([, word = '']) => word);
    const shown = examples.map(({ code }) => code).join('\n');
    expect(words.filter((word) => !shown.includes(word) && word !== 'constructor')).toEqual([]);
  });

  it.each(examples)('$name: compiles', async ({ code }) => {
    const read = await compiler.compile(whole(code));
    expect('problems' in read ? read.problems : []).toEqual([]);
  });

  it('the example in the types compiles, too', async () => {
    const [, example = ''] = /```ts\n([^]*?)```/.exec(declarations()) ?? [];
    const read = await compiler.compile(example.replaceAll(/^ \* ?/gm, ''));
    expect(read).toHaveProperty('compiled');
  });
});
