import type { Plan } from '@blitz/procedures';

const mostShown = 5;

/** Who is asked for a call, as an administrator reads it: `Asked in this order: sms-ru (RU), simulator`. */
export function askedOrder(plan: Plan): string {
  const asked = plan
    .filter(({ enabled }) => enabled)
    .map(({ procedure, destinations }) => (destinations.length === 0 ? procedure : `${procedure} (${shown(destinations)})`));
  return asked.length === 0 ? 'Nobody is asked for calls.' : `Asked in this order: ${asked.join(', ')}`;
}

function shown(destinations: readonly string[]): string {
  const more = destinations.length - mostShown;
  return more > 0 ? `${destinations.slice(0, mostShown).join(' ')} and ${more} more` : destinations.join(' ');
}
