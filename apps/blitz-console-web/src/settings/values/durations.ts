import type { Language } from '../../words/language.ts';

const steps = [['day', 86_400], ['hour', 3_600], ['minute', 60]] as const;

/** `10800` → "3 hours": seconds as people count them; nothing where seconds say it best. */
export function inPeoplesUnits(sec: number, language: Language): string | undefined {
  if (!Number.isInteger(sec) || sec < 120) return undefined;
  const parts: string[] = [];
  let left = sec;
  for (const [unit, length] of steps) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  if (left > 0) parts.push(new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(left));
  return parts.join(' ');
}
