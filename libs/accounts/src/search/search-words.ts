import type { Account } from '../account/account.ts';
import { describePhoneNumber } from '../phone/describe-phone-number.ts';
import { readPhoneNumber } from '../phone/read-phone-number.ts';
import { fold } from './fold.ts';

/** OpenID Connect Core, 5.1: where names of people stand. */
const nameAttributes = ['name', 'given_name', 'middle_name', 'family_name', 'nickname'];
/** No index entry of PostgreSQL may be longer than 2,704 bytes. */
const longestWord = 254;
const mostWords = 60;

/*
 * What people type never begins with a space, so these words are found by nobody by chance.
 */
/** A number's digits from the end, for those who know its last ones. */
export const reversedWord = (digits: string): string => ` r${Array.from(digits).reverse().join('')}`;
/** Stands for "has a valid number in this attribute". */
export const numberedWord = (attribute: string): string => ` n ${attribute}`;

/**
 * The words by whose beginnings an account is found. Made here and nowhere else: what is stored and what is asked are compared byte
 * by byte, whatever the database's language is.
 *
 * @param country ISO 3166: how a number without its country is read
 */
export function searchWords({ login, attributes }: Pick<Account, 'login' | 'attributes'>, country?: string): readonly string[] {
  const words = [fold(login), ...fold(login).split(' '), fold(attributes['email'] ?? '')];
  for (const name of nameAttributes) words.push(...nameWords(attributes[name] ?? ''));
  for (const [name, value] of Object.entries(attributes)) words.push(...numberWords(name, value, country));
  return [...new Set(words.map((word) => Array.from(word).slice(0, longestWord).join('')))].filter((word) => word.trim() !== '').slice(0, mostWords);
}

/** `Anna-Maria` is found by `anna-`, by `anna` and by `maria`. */
function nameWords(text: string): string[] {
  return fold(text).split(' ').flatMap((word) => [trimmed(word), ...word.split(/[^\p{L}\p{N}]+/u)]);
}

/** Without the comma after it and the quotes around it. */
export function trimmed(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function numberWords(attribute: string, value: string, country: string | undefined): string[] {
  const number = readPhoneNumber(value, country)?.slice(1);
  if (number === undefined) return [];
  const { callingCode } = describePhoneNumber(`+${number}`);
  return [numberedWord(attribute), number, number.slice(callingCode.length), reversedWord(number)];
}
