import { describe, expect, it } from '@jest/globals';
import { fakeConfFiles } from '../fakes/fake-conf-files.ts';
import type { HoconInvalid } from './hocon-invalid.ts';
import { readHocon } from './read-hocon.ts';

const main = '/etc/blitz.conf';

/** What the text means, as JSON; other files stand beside it. */
async function meaning(text: string, others: Record<string, string> = {}): Promise<unknown> {
  const { tree } = await readHocon(main, fakeConfFiles({ [main]: text, ...others }).readText);
  return JSON.parse(JSON.stringify(tree));
}

async function refusal(text: string, others: Record<string, string> = {}): Promise<string> {
  const error: unknown = await meaning(text, others).catch((cause: unknown) => cause);
  const { at, expected } = error as HoconInvalid;
  return `${at.file}:${String(at.line)} ${expected}`;
}

describe('HOCON is read as administrators know it', () => {
  it.each<[string, string, unknown]>([
    ['comments of both kinds', '# a\n// b\na = 1 # c\nb = 2// d\nc = "x # y // z"', { a: 1, b: 2, c: 'x # y // z' }],
    ['trailing commas', 'a = [1, 2,]\nb { c = 1, }\n,'.slice(0, -2), { a: [1, 2], b: { c: 1 } }],
    ['new lines instead of commas', 'a = [\n1\n2\n{ b = 1\nc = 2 }\n]', { a: [1, 2, { b: 1, c: 2 }] }],
    ['a whole file in braces', '\n{ "a": 1 }\n# end\n', { a: 1 }],
    ['an empty file', ' \n# nothing\n', {}],
    ['Windows line ends and a byte order mark', '\ufeffa = 1\r\nb = 2\r\n', { a: 1, b: 2 }],
    ['keys with dots', 'a.b.c = 1\n"d.e".f = 2\na.b { g = 3 }', { a: { b: { c: 1, g: 3 } }, 'd.e': { f: 2 } }],
    [
      'quoted profile numbers and spaces around dots',
      'a.profiles."2" { x = 1 }\nb "2" = 1',
      { a: { profiles: { 2: { x: 1 } } }, 'b 2': 1 },
    ],
    ['a brace on the next line', 'a\n{ b =\n 1 }', { a: { b: 1 } }],
    ['colon, equals sign and neither', 'a: { b = 1 }\nc { d: 2 }', { a: { b: 1 }, c: { d: 2 } }],
    ['blocks that merge, the later value winning', 'a { b = 1, c = 1 }\na { c = 2 }\na.d = 3', { a: { b: 1, c: 2, d: 3 } }],
    ['a list replaces a list', 'a = [1, 2]\na = [3]', { a: [3] }],
    ['a text replaces a block and the other way round', 'a { b = 1 }\na = 5\nc = 5\nc { d = 1 }', { a: 5, c: { d: 1 } }],
    [
      'numbers, booleans, null',
      'a = 1.50\nb = -2e+3\nc = true\nd = null\ne = "1"\nf = 007',
      { a: 1.5, b: -2000, c: true, d: null, e: '1', f: '007' },
    ],
    [
      'texts without quotation marks',
      'a = given name \nb = 10 seconds\nc = /etc/x\nd = "x" y',
      { a: 'given name', b: '10 seconds', c: '/etc/x', d: 'x y' },
    ],
    ['several lines in three quotation marks', 'a = """x\n"y" \\n"""\nb = """"q""""', { a: 'x\n"y" \\n', b: '"q"' }],
    ['escapes', String.raw`a = "\u0416\t\"\\ \/"`, { a: 'Ж\t"\\ /' }],
  ])('%s', async (_, text, expected) => {
    expect(await meaning(text)).toEqual(expected);
  });

  it.each<[string, string, unknown]>([
    ['the value of another key', 'a = 5\nb = ${a}\nc { d = ${a} }', { a: 5, b: 5, c: { d: 5 } }],
    ['the last value, wherever it stands', 'b = ${a}\na = 1\na = 2', { a: 2, b: 2 }],
    ['inside a text', 'h = "x.y"\nu = "https://"${h}/z\nv = ${h} and ${h}', { h: 'x.y', u: 'https://x.y/z', v: 'x.y and x.y' }],
    ['blocks with changes', 'a { x = 1 }\nb = ${a} { y = 2 }', { a: { x: 1 }, b: { x: 1, y: 2 } }],
    ['lists joined', 'a = [1]\nb = ${a} [2]\na += 3', { a: [1, 3], b: [1, 3, 2] }],
    ['a list that starts by adding', 'x { a += 1 }\nx.a += { b = "2" }', { x: { a: [1, { b: '2' }] } }],
    [
      'what the same block said before',
      'x { y { a = [1]\na += 2\nb = 1\nb = ${x.y.b}"0"\na = ${x.y.a} [3] } }',
      { x: { y: { a: [1, 2, 3], b: '10' } } },
    ],
    ['a block that replaces a text, an empty one too', 'a { b = 5\nb { c = 1 }\nd = 5\nd {} }', { a: { b: { c: 1 }, d: {} } }],
    ['its own earlier value', 'p = a\np = ${p}":b"', { p: 'a:b' }],
    ['nothing, if optional and missing', 'a = ${?nope}\nb = [${?nope}, 1]\nc = x${?nope}', { b: [1], c: 'x' }],
    ['never the environment', 'a = ${?PATH}', {}],
    ['keys with dots in quotation marks', '"a.b" = 1\nc = ${"a.b"}', { 'a.b': 1, c: 1 }],
  ])('substitutes %s', async (_, text, expected) => {
    expect(await meaning(text)).toEqual(expected);
  });

  it('leaves what stands in quotation marks alone: the vendor binds logins with "${login}"', async () => {
    const text = 'bind = [[{ "attr": "phone_number", "value": "${login}" }]]\nsecret = "{$}c2VjcmV0"\nto = "${phone_number-}"';
    expect(await meaning(text)).toEqual({
      bind: [[{ attr: 'phone_number', value: '${login}' }]],
      secret: '{$}c2VjcmV0',
      to: '${phone_number-}',
    });
  });

  it('keeps names that mean something to JavaScript as plain keys', async () => {
    const text =
      '__proto__ { polluted = 1 }\nconstructor.prototype.polluted = 1\na.toString.x = 1\nb = [1]\nb.push.x = 1\nhasOwnProperty = 1';
    const { tree } = await readHocon(main, fakeConfFiles({ [main]: text }).readText);
    expect(Object.keys(tree as object)).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'hasOwnProperty']));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(tree)).toBeNull();
  });

  it('evaluates nothing, though its library would', async () => {
    expect(await meaning('a = 1 | eval')).toEqual({ a: '1 | eval' });
    expect(await refusal('a = 1 | eval { expr = "process.exit(1)" }')).toContain('not several of them joined');
  });
});

describe('a file includes others', () => {
  const beside = {
    '/etc/more.conf': 'x = 1\nsub { y = ${x} }',
    '/etc/deep/a.conf': 'include "b.json"',
    '/etc/deep/b.json': '{ "z": 3 }',
  };

  it.each<[string, string, unknown]>([
    ['at the top', 'include "more.conf"\nx = 2', { x: 2, sub: { y: 2 } }],
    [
      'inside a block, its substitutions meaning its own keys first',
      'x = 9\nin { include "more.conf" }',
      { x: 9, in: { x: 1, sub: { y: 1 } } },
    ],
    ['relative to the including file', 'include "deep/a.conf"', { z: 3 }],
    ['by a name without ending', 'include "more"', { x: 1, sub: { y: 1 } }],
    [
      'by every way to say file',
      'include file("more.conf")\ninclude required("more.conf"), include required(file("more.conf"))',
      { x: 1, sub: { y: 1 } },
    ],
    ['never by a quoted key', '"include" = 1', { include: 1 }],
  ])('%s', async (_, text, expected) => {
    expect(await meaning(text, beside)).toEqual(expected);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a missing one by name', '\ninclude "nope.conf"', {}, '/etc/blitz.conf:2 a readable file: /etc/nope.conf does not exist'],
    ['an address', 'a = 1\ninclude url("http://127.0.0.1/x.conf")', {}, '/etc/blitz.conf:2 a file:'],
    ['a class path', 'include required(classpath("x"))', {}, '/etc/blitz.conf:1 a file:'],
    [
      'an address as a file name',
      'include "https://127.0.0.1/x.conf"',
      {},
      '/etc/blitz.conf:1 a readable file: /etc/https:/127.0.0.1/x.conf',
    ],
    [
      'itself, by detours',
      'include "a"',
      { '/etc/a.conf': '\n\ninclude "blitz"' },
      "/etc/a.conf:3 files that don't include themselves",
    ],
    ['one with a mistake, naming it', 'include "a"', { '/etc/a.conf': 'x {\n' }, '/etc/a.conf:2 a closing brace'],
    ['a number', 'include 5', {}, '/etc/blitz.conf:1 a file name in quotation marks'],
    ['nothing', 'include', {}, '/etc/blitz.conf:1 a file name in quotation marks'],
  ])('but not %s', async (_, text, others, expected) => {
    expect(await refusal(text, others)).toContain(expected);
  });

  it('but not more than 1 MiB together, however small each is', async () => {
    const half = `#${'x'.repeat(600_000)}\n`;
    expect(await refusal('include "a"\ninclude "a"', { '/etc/a.conf': half })).toBe(
      '/etc/blitz.conf:2 no more than 1 MiB of settings, included files together',
    );
  });
});

describe('a mistake is told with its line', () => {
  it.each<[string, string, number, string]>([
    ['a block left open', 'a {\n b = 1\n', 3, 'a closing brace for the block near line 1'],
    ['a list left open', '\na = [1', 2, 'a closing bracket'],
    ['a brace too many', 'a = 1\n}', 2, 'a key'],
    ['something after the end', '{ a = 1 }\n\nb = 2', 3, 'nothing after the last closing brace'],
    ['a text left open', 'a = 1\nb = "x\nc = 2', 2, 'a closing quotation mark'],
    ['a long text closed by too few quotation marks', '\n"""abc"', 2, 'a closing quotation mark'],
    ['a control character', 'a = 1\nb = x\u0000y', 2, 'quotation marks'],
    ['a long text left open', '\n"""', 2, 'a closing quotation mark'],
    ['a wrong escape', 'a = "\\q"', 1, 'escapes of JSON'],
    ['a list for settings', '\n[1]', 2, 'keys and values, not a list'],
    ['a key without value', 'a = 1\nb\n\nc = 2', 2, '`=`, `:` or `{` after the key'],
    ['an equals sign without value', 'a =\n}', 2, 'a value'],
    ['two equals signs', 'a = 1 = 2', 1, 'quotation marks around a value'],
    ['an empty step', '\na..b = 1', 2, 'a key without empty steps'],
    ['two commas', 'a = [1,,2]', 1, 'something between two commas'],
    ['values on one line', 'a = {} b = 1', 1, 'quotation marks around a value'],
    ['a special character', '\n\na = b@c', 3, 'quotation marks'],
    ['half a substitution', 'a = ${b', 1, 'a substitution'],
    ['a substitution in a key', '${a} = 1', 1, 'a key'],
    ['an empty substitution', 'a = 1\nb = ${}', 2, 'a path between'],
    [
      'a missing key substituted, after other lines',
      '# x\na {\n b = [\n 1\n ${nope.x}\n ]\n}',
      5,
      'a substitution of a key that exists',
    ],
    ['keys that need each other', 'a = ${b}\nb = ${a}', 1, 'does not need itself'],
    ['a list joined with a text', '\na = [1] x', 2, 'not several of them joined'],
    ['too many blocks inside each other', 'a {'.repeat(200), 1, 'no more than 100 blocks'],
    ['too long a path', `a${'.a'.repeat(200)} = 1`, 1, 'no more than 100 blocks'],
  ])('%s', async (_, text, line, expected) => {
    const told = await refusal(text);
    expect(told).toContain(`${main}:${String(line)} `);
    expect(told).toContain(expected);
  });

  it('and never with what stands there, which may be a secret', async () => {
    for (const text of ['a = {$}c2VjcmV0', 'a = "c2VjcmV0', 'a = c2VjcmV0@x', 'a = [1] c2VjcmV0', 'a = "\\c2VjcmV0"'])
      expect(await refusal(text)).not.toContain('c2VjcmV0');
  });
});
