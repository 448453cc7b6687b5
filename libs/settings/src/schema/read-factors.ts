import type { FactorsSetting } from './definition.ts';
import { expectation } from './expectation.ts';
import type { FactorEntry, FactorLists } from './factor-lists.ts';
import { supportedMethods } from './factor-lists.ts';
import type { Reading } from './reading.ts';
import { isBlock } from './reading.ts';

const mostMethods = 50;
const expected = {
  once: { en: 'each method once in a list', ru: 'каждый метод в списке один раз' },
  entry: { en: '{ "enabled": true or false, "method": "name" }', ru: '{ "enabled": true или false, "method": "имя" }' },
  enabled: { en: 'true or false', ru: 'true или false' },
  method: { en: 'the name of a method', ru: 'имя метода' },
} as const;

const methodName = /^[A-Za-z][\w-]{0,63}$/;

/** `[[first factors], [second factors]]`. Methods of a later version or of another module are kept and noted, never fatal. */
export function readFactors(setting: FactorsSetting, raw: unknown, reading: Reading): FactorLists | undefined {
  const before = reading.faults.length;
  const lists = reading.list(raw, 2) ?? [];
  if (lists.length !== 2) reading.fault([], expectation(setting), raw);
  const [first = [], second = []] = lists.map((each, position) => {
    const entries = reading.list(each, mostMethods);
    if (entries === undefined) reading.fault([position], expectation(setting), each);
    return readList(entries ?? [], position, reading);
  });
  return reading.faults.length > before ? undefined : [first, second];
}

function readList(entries: readonly unknown[], position: number, reading: Reading): readonly FactorEntry[] {
  const seen = new Set<string>();
  return entries.flatMap((each, index) => {
    const entry = readEntry(each, [position, index], reading);
    if (entry === undefined) return [];
    if (seen.has(entry.method)) reading.fault([position, index, 'method'], expected.once, entry.method);
    seen.add(entry.method);
    return [entry];
  });
}

function readEntry(raw: unknown, path: readonly [number, number], reading: Reading): FactorEntry | undefined {
  if (!isBlock(raw)) {
    reading.fault(path, expected.entry, raw);
    return undefined;
  }
  const field = reading.fields(raw, ['enabled', 'method'], path);
  const enabled = reading.boolean(field('enabled'));
  const method = field('method');
  const named = typeof method === 'string' && methodName.test(method) ? method : undefined;
  if (enabled === undefined) reading.fault([...path, 'enabled'], expected.enabled, field('enabled'));
  if (named === undefined) reading.fault([...path, 'method'], expected.method, method);
  if (enabled === undefined || named === undefined) return undefined;
  const supported: readonly string[] = path[0] === 0 ? supportedMethods.first : supportedMethods.second;
  if (!supported.includes(named)) reading.oddities.push({ path: [...path, 'method'], why: 'unknown_method' });
  return { method: named, enabled };
}
