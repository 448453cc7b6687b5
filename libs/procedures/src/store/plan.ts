/** Who is asked to make a call, in the order in which they are asked. */
export interface PlanEntry {
  readonly procedure: string;
  /** Country codes (`RU`) and beginnings of numbers (`+7900`); empty: every destination. */
  readonly destinations: readonly string[];
  readonly enabled: boolean;
}

export type Plan = readonly PlanEntry[];

/** @param country ISO 3166 code of the number's country, when it has one */
export function serves({ destinations, enabled }: PlanEntry, phoneNumber: string, country: string | undefined): boolean {
  if (!enabled) return false;
  return destinations.length === 0 || destinations.some((each) => (each.startsWith('+') ? phoneNumber.startsWith(each) : each === country));
}

const destination = /^(?:[A-Z]{2}|\+[1-9]\d{0,10})$/;

export function isDestination(text: unknown): text is string {
  return typeof text === 'string' && destination.test(text);
}
