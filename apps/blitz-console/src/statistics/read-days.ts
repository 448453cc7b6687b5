import { DomainError } from '@blitz/kernel';
import type { StatisticsErrorCode } from './statistics-error.ts';

const usual = 7;
/** So long they are kept. */
const most = 90;

/** @throws DomainError `statistics_invalid` */
export function readDays(days: unknown): number {
  if (days === undefined) return usual;
  const asked = typeof days === 'string' && /^\d{1,2}$/.test(days) ? Number(days) : 0;
  if (asked < 1 || asked > most) throw new DomainError<StatisticsErrorCode>('statistics_invalid', { field: 'days', expected: `a whole number from 1 to ${most}` });
  return asked;
}
