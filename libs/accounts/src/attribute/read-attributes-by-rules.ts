import type { Attributes } from '../account/account.ts';
import { normaliseLogin } from '../account/normalise-login.ts';
import { readPhoneNumber } from '../phone/read-phone-number.ts';
import type { AccountFault } from '../directory/account-refused.ts';
import type { AttributeRule, Rules } from './attribute-rule.ts';

export interface ReadAttributes {
  /** As they are kept: normalised, without those that are empty. */
  readonly attributes: Attributes;
  readonly faults: readonly AccountFault[];
}

const longestValue = 1024;
const unprintable = /[\p{Cc}\p{Cs}]/u;

interface Format {
  readonly expected: string;
  readonly fits: (value: string) => boolean;
}

/** Formats that are more than a text. */
const formats: Readonly<Record<string, Format>> = {
  boolean: { expected: 'must be true or false', fits: (value) => value === 'true' || value === 'false' },
  integer: { expected: 'must be a whole number', fits: (value) => /^-?\d{1,15}$/.test(value) },
  date: { expected: 'must be a day such as 1815-12-10', fits: isDay },
  email: { expected: 'must be an e-mail address such as ada@example.org', fits: isAddress },
};
const telephone = 'must be a number that rings a telephone, such as +79161234567';

/**
 * The attributes of an account by the rules of the directory. What stays as it was is not judged again: a rule that came later must
 * not stand in the way of another change.
 *
 * @param before what stands there now
 */
export function readAttributesByRules(asked: Attributes, rules: Rules, before: Attributes = {}): ReadAttributes {
  const faults: AccountFault[] = [];
  const fault = (name: string, rule: string, expected: string): void => void faults.push({ field: `attributes/${name}`, rule, expected });
  const known = new Map(rules.attributes.map((rule) => [rule.name, rule]));
  const attributes: [string, string][] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (value === '') continue;
    const rule = known.get(name);
    if (before[name] === value) attributes.push([name, value]);
    else if (rule === undefined) fault(name, 'unknown', 'is not an attribute of this directory');
    else attributes.push([name, readValue(rule, value, rules.country, fault)]);
  }
  const given = new Set(attributes.map(([name]) => name));
  for (const { name, required } of rules.attributes) if (required && !given.has(name)) fault(name, 'required', 'is missing');
  return { attributes: Object.fromEntries(attributes), faults };
}

function readValue(rule: AttributeRule, text: string, country: string, fault: (name: string, rule: string, expected: string) => void): string {
  const { name, format } = rule;
  // Before a pattern of the configuration runs over it.
  if (text.length > longestValue) {
    fault(name, 'maxLength', `must have at most ${longestValue} characters`);
    return text;
  }
  const value = rule.normalised(text);
  if (unprintable.test(value)) fault(name, 'characters', 'must be printable');
  if (name === 'phone_number') {
    const number = readPhoneNumber(value, country);
    if (number === undefined) fault(name, 'phone_number', telephone);
    return number ?? value;
  }
  const known = Object.hasOwn(formats, name) ? formats[name] : Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (known?.fits(value) === false) fault(name, 'format', known.expected);
  return value;
}

function isDay(value: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** What people can log in with. */
function isAddress(value: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value) && normaliseLogin(value) !== undefined;
}
