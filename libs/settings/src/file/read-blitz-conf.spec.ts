import { describe, expect, it } from '@jest/globals';
import { fakeConfFiles } from '../fakes/fake-conf-files.ts';
import { BlitzConfInvalid } from './blitz-conf-invalid.ts';
import type { FileSettings } from './file-settings.ts';
import { readBlitzConf } from './read-blitz-conf.ts';

const main = '/etc/blitz.conf';
const factors = 'factors = [[{ enabled = true, method = password }], [{ enabled = true, method = flashCall }]]';

function read(text: string, others: Record<string, string> = {}): Promise<FileSettings> {
  return readBlitzConf(main, fakeConfFiles({ [main]: text, ...others }));
}

/** Inside the block of the prefix, which takes the first two lines. */
const inside = (text: string): string => `blitz.prod.local.idp {\nlogin { ${factors} }\n${text}\n}`;

async function problems(text: string, others: Record<string, string> = {}): Promise<readonly string[]> {
  const error: unknown = await read(text, others).catch((cause: unknown) => cause);
  if (!(error instanceof BlitzConfInvalid)) throw new Error('the text was not refused', { cause: error });
  return error.problems.map(
    ({ file, line, key, expected, found }) =>
      `${file}:${String(line)} ${key}: ${expected}${found === undefined ? '' : `, not ${found}`}`,
  );
}

const warnings = ({ warnings: all }: FileSettings): readonly string[] =>
  all.map(({ line, key, why }) => `${String(line)} ${key} ${why}`);

describe('blitz.conf', () => {
  it('gives the defaults for what it does not say', async () => {
    const { values, written, prefix } = await read(inside('login.required-factor = 2'));
    expect(prefix).toBe('blitz.prod.local.idp');
    expect(values).toMatchObject({
      'login.required-factor': 2,
      'login.session.ttlInSec': 10_800,
      'login.methods.flashCall.profiles."2".psw-length': 4,
    });
    expect([...written]).toEqual(['login.factors', 'login.required-factor']);
  });

  it("is understood in the vendor's own shape: nested, quoted, half-filled, with disabled blocks", async () => {
    const { values, warnings: told } = await read(
      `"blitz" : { "prod" : { "local" : { "idp" : {
        "_login" : { "factors" : 1 }, "login" : {
          "factors" : [[ { "enabled" : true, "method" : "password", "_was" : 1 }, ], [ { "enabled" : false, "method" : "flashCall" } ]],
          "_methods" : 3, "methods" : { "flashCall" : { "profiles" : { "2" : { "psw-length" : "6", "_psw-length" : 99 } } } } } } } } }`,
    );
    expect(values['login.methods.flashCall.profiles."2".psw-length']).toBe(6);
    expect(values['login.factors']).toEqual([[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: false }]]);
    expect(told).toEqual([]);
  });

  it('counts null as not said, and yes, no, on, off as switches, as HOCON does', async () => {
    const text =
      'blitz.prod.local.idp.login { required-factor = null\nfactors = [[{ enabled = on, method = password }], [{ enabled = no, method = flashCall }]] }';
    const { values } = await read(text);
    expect(values['login.required-factor']).toBe(1);
    expect(values['login.factors']).toEqual([[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: false }]]);
  });

  it('keeps all of itself, but shows nothing of it in a log', async () => {
    const settings = await read(inside('other { password = "{$}c2VjcmV0" }'));
    expect(settings.tree()).toMatchObject({ blitz: { prod: { local: { idp: { other: { password: '{$}c2VjcmV0' } } } } } });
    expect(JSON.stringify(settings)).not.toContain('c2VjcmV0');
  });
});

describe('the prefix', () => {
  it('follows boot.conf beside the file', async () => {
    const boot = { '/etc/boot.conf': '# which\nmode="test", group=north' };
    const { prefix, values } = await read(`blitz.test.north.idp.login { ${factors}, required-factor = 2 }`, boot);
    expect([prefix, values['login.required-factor']]).toEqual(['blitz.test.north.idp', 2]);
    expect(await problems(inside(''), boot)).toEqual([
      '/etc/blitz.conf:1 blitz.test.north.idp: a block with the settings, not nothing',
    ]);
  });

  it('must be words', async () => {
    expect(await problems(inside(''), { '/etc/boot.conf': '\nmode = [1]' })).toEqual([
      '/etc/boot.conf:2 mode: a word, as "prod"',
    ]);
    expect(await problems(inside(''), { '/etc/boot.conf': '\nmode = ' })).toEqual(['/etc/boot.conf:2 : a value']);
  });
});

describe('wrong values stop the start with file, line, key and expectation', () => {
  it('all of them at once, in the order of the file', async () => {
    const text = inside(
      'login.required-factor = 3\n\nlogin.methods.flashCall.profiles."2" {\n  psw-length = 11 # too long\n  tempLockAfter : 1\n}\nlogin.session = 5\nid-attrs.attrsMeta = [ {\n name = "a b" } ]\nlang.available = [en, de]',
    );
    expect(await problems(text)).toEqual([
      '/etc/blitz.conf:3 login.required-factor: 1 or 2, not 3',
      '/etc/blitz.conf:6 login.methods.flashCall.profiles."2".psw-length: a whole number from 3 to 10 (digits), not 11',
      '/etc/blitz.conf:7 login.methods.flashCall.profiles."2".tempLockAfter: a whole number from 2 to 100 (attempts), not 1',
      '/etc/blitz.conf:9 login.session: a block, { … }, not 5',
      '/etc/blitz.conf:11 id-attrs.attrsMeta[0].name: a name of Latin letters, digits, `_`, `-` and `.`, not "a b"',
      '/etc/blitz.conf:12 lang.available: a list of languages out of en, ru, each once, not a list',
    ]);
  });

  it('the line of the value that counts, when a key stands twice or in an included file', async () => {
    const twice = inside('login.required-factor = 3\nlogin { required-factor = 2\nrequired-factor = 4 }');
    expect(await problems(twice)).toEqual(['/etc/blitz.conf:5 login.required-factor: 1 or 2, not 4']);
    const included = await problems(inside('login { include "login" }'), { '/etc/login.conf': '\n\nrequired-factor = 0' });
    expect(included).toEqual(['/etc/login.conf:3 login.required-factor: 1 or 2, not 0']);
  });

  it('the last list only, when it replaced one that looked better', async () => {
    const text = `${inside('')}\nblitz.prod.local.idp.login {\n factors = [[], [{}]] }`;
    expect((await problems(text)).every((each) => each.startsWith('/etc/blitz.conf:6 login.factors[1][0].'))).toBe(true);
  });

  it('the element itself, also when others are added to its list later', async () => {
    const text = inside(
      'id-attrs.attrsMeta = [{ name = name }, { name = phone_number }\n{ name = "a b" } ]\nid-attrs.attrsMeta += ${?more}',
    );
    expect(await problems(text)).toEqual([expect.stringMatching(/^\/etc\/blitz\.conf:4 id-attrs\.attrsMeta\[2\]\.name: /)]);
  });

  it('the block around it, when the value comes by a substitution', async () => {
    expect(await problems(`a { psw-length = 99 }\n${inside('login.methods.flashCall.profiles."2" = ${a}')}`)).toEqual([
      '/etc/blitz.conf:4 login.methods.flashCall.profiles."2".psw-length: a whole number from 3 to 10 (digits), not 99',
    ]);
  });

  it('elements of the factor lists by their position', async () => {
    const text =
      'blitz.prod.local.idp.login.factors = [\n[{ enabled = true, method = password }\n{ enabled = maybe, method = sms }, { enabled = true, method = password }]\n[ 5 ]\n]';
    expect(await problems(text)).toEqual([
      '/etc/blitz.conf:3 login.factors[0][1].enabled: true or false, not "maybe"',
      '/etc/blitz.conf:3 login.factors[0][2].method: each method once in a list, not "password"',
      '/etc/blitz.conf:4 login.factors[1][0]: { "enabled": true or false, "method": "name" }, not 5',
    ]);
  });

  it.each([
    ['no factor lists', 'blitz.prod.local.idp.login {}'],
    ['one list', 'blitz.prod.local.idp.login.factors = [[]]'],
    [
      'a flat list, as a hurried reader of the guide would write it',
      'blitz.prod.local.idp.login.factors = [{ enabled = true, method = flashCall }]',
    ],
    ['three lists', 'blitz.prod.local.idp.login.factors = [[], [], []]'],
  ])('%s', async (_, text) => {
    expect((await problems(text)).join()).toContain('/etc/blitz.conf:1 login.factors: a list of two lists');
  });

  it('attributes that nobody declared', async () => {
    const text = inside(
      'id-attrs.attrsMeta = [{ name = sub }, { name = mobile }]\nlogin.methods.flashCall.profiles."2".phone-attr = phone\nlogin.displayNameAttr = sub',
    );
    expect(await problems(text)).toEqual([
      '/etc/blitz.conf:4 login.methods.flashCall.profiles."2".phone-attr: one of the attributes in id-attrs.attrsMeta: sub, mobile, not "phone"',
    ]);
  });

  it('a default language that is not among the languages', async () => {
    expect(await problems(inside('lang { available = [ru] }'))).toEqual([
      '/etc/blitz.conf:3 lang.default: one of lang.available: ru, not "en"',
    ]);
  });

  it('without quoting what may be a secret', async () => {
    const told = (
      await problems(
        inside(
          'login.required-factor = "{$}c2VjcmV0"\nphone.default-country = "a long text that nobody should find again in a log"',
        ),
      )
    ).join();
    expect(told).toContain('phone.default-country');
    expect(told).not.toMatch(/c2VjcmV0|a long text/);
  });

  it('tells all of it in one readable error', async () => {
    await expect(read('blitz.prod.local.idp {\n login { factors = 1\n required-factor = x } }')).rejects.toThrow(
      /^The settings can not be used:\n {2}\/etc\/blitz\.conf:2 {2}login\.factors: expected a list .*, found 1\n {2}\/etc\/blitz\.conf:3 {2}login\.required-factor: expected 1 or 2, found "x"$/,
    );
  });
});

describe('what is unknown is kept, warned about once, and never fatal', () => {
  it('keys: the outermost unknown block only, wherever it stands', async () => {
    const settings = await read(
      `${inside('login {\n methods.sms.profiles."1" { psw-length = 99\n bind = 1 }\n newThing = 1\n}\n"odd key".x = 1')}\nakka { a = 1, b = 2 }`,
    );
    expect(warnings(settings)).toEqual([
      '4 login.methods.sms unknown_key',
      '6 login.newThing unknown_key',
      '8 "odd key" unknown_key',
      '10 akka unknown_key',
    ]);
  });

  it('methods of a later version or of another module', async () => {
    const text =
      'blitz.prod.local.idp.login.factors = [[{ enabled = true, method = password }\n{ enabled = true, method = css, fancy = 1 }],\n[{ enabled = true, method = telepathy }]]';
    expect(warnings(await read(text))).toEqual([
      '2 login.factors[0][1].fancy unknown_key',
      '2 login.factors[0][1].method unknown_method',
      '3 login.factors[1][0].method unknown_method',
    ]);
  });

  it('keys of attributes', async () => {
    const text = inside(
      'id-attrs.attrsMeta = ${default} [{ name = x, colour = red, source { type = idStore\ncache = 1 } }]\ndefault = 1',
    );
    const attributes = 'default = [{ name = phone_number }, { name = name }]\n';
    expect(warnings(await read(attributes + text.replace('\ndefault = 1', '')))).toEqual([
      '4 id-attrs.attrsMeta[2].colour unknown_key',
      '4 id-attrs.attrsMeta[2].source.cache unknown_key',
      '1 default unknown_key',
    ]);
  });

  it('values that are possible and that nobody would want', async () => {
    const text =
      'blitz.prod.local.idp.login { factors = [[{ enabled = false, method = password }], []]\nrequired-factor = 2\nsession.inactivityPeriodInSec = 20000\nmethods.flashCall.profiles."2" { psw-max-attempts = 5, tempLockAfter = 4 } }';
    expect(warnings(await read(text))).toEqual([
      '4 login.methods.flashCall.profiles."2".psw-max-attempts doubtful',
      '3 login.session.inactivityPeriodInSec doubtful',
      '1 login.factors doubtful',
      '2 login.required-factor doubtful',
    ]);
  });
});
