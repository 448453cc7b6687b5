const english = new Intl.PluralRules('en');
const russian = new Intl.PluralRules('ru');
const englishNumber = new Intl.NumberFormat('en');
const russianNumber = new Intl.NumberFormat('ru');

/** `countedEn(2, 'account', 'accounts')` → "2 accounts" */
export function countedEn(count: number, one: string, other: string): string {
  return `${englishNumber.format(count)} ${english.select(count) === 'one' ? one : other}`;
}

/** `countedRu(5, 'запись', 'записи', 'записей')` → «5 записей» */
export function countedRu(count: number, one: string, few: string, many: string): string {
  const word = { one, few, many, other: few, zero: many, two: few }[russian.select(count)];
  return `${russianNumber.format(count)} ${word}`;
}
