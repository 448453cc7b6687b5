import { afterAll, describe, expect, it } from '@jest/globals';
import { TypeScriptCompiler } from './typescript-compiler.ts';

const compiler = new TypeScriptCompiler();
afterAll(() => compiler.close());

const good = 'export default class Call { run() { return HttpLoop.Ok(); } }';
const size = 64 * 1024 - good.length - 100;
const nested = (open: string, inner: string, close: string): string => {
  const times = Math.floor(size / (open.length + close.length));
  return `${open.repeat(times)}${inner}${close.repeat(times)}`;
};

/** Each doubles what the type before it holds. */
const doubling = (times: number): string =>
  Array.from({ length: times }, (_, at) => `type T${at + 1} = { a: T${at}, b: [T${at}, T${at}] };`).join('\n');

/** TypeScript looks at the whole sum for each of its numbers: minutes, and little memory. */
const endless = `const a = ${'1+'.repeat(size / 2 - 10)}1;`;

/** All pairs of ten thousand texts: little time, and more memory than there is. */
const explosion = `
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Pairs = \`\${Digit}\${Digit}\${Digit}\${Digit}\`;
type Slow<A extends string, B extends string> = A extends Pairs ? B extends Pairs ? [A, B] extends [B, A] ? A : never : never : never;
const a: Slow<Pairs, Pairs> = '0000';
log(a);
`;

describe('a source made to hurt its reader', () => {
  it.each([
    ['lists in lists', `const a = ${nested('[', '', ']')};`],
    ['brackets in brackets', `const a = ${nested('(', '1', ')')};`],
    ['blocks in blocks', nested('{', '', '}')],
    ['functions in functions', `const a = ${nested('()=>', '1', '')};`],
    ['minus signs', `const a = ${nested('- ', '1', '')};`],
    ['a sum without end', `const a = ${'1+'.repeat(8_000)}1;`],
    ['templates in templates', `const a = ${nested('`${', '1', '}`')};`],
    ['types in types', `type A = ${nested('[', '', ']')};`],
    ['conditional types in each other', `type A = ${nested('1 extends 2 ? 3 : ', '4', '')};`],
    ['calls of calls', `declare const f: any; f${'()'.repeat(size / 2)};`],
    ['else if', nested('if (1) {} else ', '{}', '')],
    ['a type that refers to itself', 'type A<T> = A<[T]>; declare const a: A<1>; log(String(a));'],
    ['a type that counts for ever', "type A<T extends string> = T extends `${infer B}` ? A<`${B}a`> : never; declare const a: A<'a'>; log(a);"],
    ['a type that doubles forty times', `type T0 = 1;\n${doubling(40)}\ndeclare const a: T40; const b: { a: T39, b: [T39, 1] } = a; log(String(b));`],
    ['a class in each of its methods', nested('class A { a() {', '', '}}')],
    ['unclosed everything', '({[`${<'.repeat(9_000)],
    ['quotes', "'".repeat(60_000)],
    ['line ends', '\n'.repeat(60_000)],
    ['names', Array.from({ length: 8_000 }, (_, at) => `let a${at};`).join('').slice(0, size)],
  ])('%s: is answered, and the next one is read as if nothing had been', async (_what, hostile) => {
    const read = await compiler.compile(`${hostile}\n${good}`);
    if ('problems' in read) expect(read.problems[0]).toEqual({ line: expect.any(Number), column: expect.any(Number), message: expect.any(String) });
    else expect(read.compiled.entryPoints).toEqual(['run']);
    expect(await compiler.compile(good)).toHaveProperty('compiled');
  });

  it('is given up after its time, and those that wait behind it are read', async () => {
    const impatient = new TypeScriptCompiler({ limitMs: 2_000 });
    const [slow, next] = await Promise.all([impatient.compile(`${endless}${good}`), impatient.compile(good)]);
    expect(slow).toEqual({ problems: [{ line: 1, column: 1, message: 'The source could not be read within 2 s.' }] });
    expect(next).toHaveProperty('compiled');
    await impatient.close();
  });

  it('is given up when it takes too much memory, and the next one is read', async () => {
    const small = new TypeScriptCompiler({ memoryMb: 48, limitMs: 60_000 });
    const read = await small.compile(`${explosion}${good}`);
    expect(read).toEqual({ problems: [{ line: 1, column: 1, message: 'The source could not be read with 48 MiB of memory.' }] });
    expect(await small.compile(good)).toHaveProperty('compiled');
    await small.close();
  });

  it('is let go when the compiler is closed, which opens again for the next one', async () => {
    const ending = new TypeScriptCompiler({ limitMs: 60_000 });
    await ending.compile(good);
    const [read] = await Promise.all([ending.compile(`${explosion}${good}`), Promise.resolve().then(() => ending.close())]);
    expect(read).toEqual({ problems: [{ line: 1, column: 1, message: 'The source could not be read: the compiler stopped. Try again.' }] });
    expect(await ending.compile(good)).toHaveProperty('compiled');
    await ending.close();
  });
});
