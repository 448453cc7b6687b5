/** What a provider may do with a request. Everything but `normal` is a way in which real ones go wrong. */
export const behaviours = [
  'normal',
  'slow',
  'busy',
  'error-500',
  'rate-limited-429',
  'no-sender-id',
  'short-number',
  'number-with-letters',
  'bad-json',
  'redirect',
  'hangs',
  'drops-connection',
  'other-code',
  'leading-zeros',
  'refuses',
] as const;

export type Behaviour = (typeof behaviours)[number];

export const isBehaviour = (value: unknown): value is Behaviour => behaviours.some((each) => each === value);

/** Behaviours in which the provider refuses or stalls before it dials: the phone stays silent. */
const silent: ReadonlySet<Behaviour> = new Set(['error-500', 'rate-limited-429', 'redirect', 'hangs', 'refuses']);

export const rings = (behaviour: Behaviour): boolean => !silent.has(behaviour);
