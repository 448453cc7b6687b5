import { readPhoneNumber } from '../phone/read-phone-number.ts';
import { fold } from './fold.ts';
import { reversedWord, trimmed } from './search-words.ts';

/** One word of a search: an account has it if one of its words begins with one of these. */
export type SearchTerm = readonly string[];

const mostTerms = 6;
/** Fewer digits would be the end of too many numbers. */
const shortestEnd = 4;
const numberLike = /^[+\d(][\d\s().\p{Pd}/]*$/u;

/**
 * What somebody looks for: every term, in any order. Empty: everybody.
 *
 * @param country ISO 3166: how a number without its country is read
 */
export function readSearch(text: string, country?: string): readonly SearchTerm[] {
  const asked = fold(text);
  const digits = asked.replace(/\D/gu, '');
  if (numberLike.test(asked) && digits !== '') return [shortest(numberTerm(asked, digits, country))];
  const words = [...new Set(asked.split(' '))].map((word) => shortest([word, trimmed(word)]));
  // Of a whole sentence the longest words say the most.
  return words.filter((term) => term.length > 0).sort((one, other) => lengthOf(other) - lengthOf(one)).slice(0, mostTerms);
}

function numberTerm(asked: string, digits: string, country: string | undefined): string[] {
  const number = readPhoneNumber(asked, country)?.slice(1) ?? '';
  return [asked, digits, number, digits.length < shortestEnd ? '' : reversedWord(digits)];
}

/** A beginning of which another one is the beginning finds nothing more. */
function shortest(beginnings: readonly string[]): SearchTerm {
  const each = [...new Set(beginnings)].filter((beginning) => beginning !== '');
  return each.filter((beginning) => !each.some((other) => other !== beginning && beginning.startsWith(other)));
}

const lengthOf = (term: SearchTerm): number => Math.max(...term.map((beginning) => beginning.length));
