/** An entry that was paid for, and that its provider is asked about. */
export interface AskedEntry {
  readonly entry: string;
  /** A verdict that has not come by then is lost: the entry was wrong. */
  readonly until: number;
}

/** Those that may still turn out right. */
export function openEntries({ asked = [] }: { readonly asked?: readonly AskedEntry[] }, now: number): readonly AskedEntry[] {
  return asked.filter(({ until }) => until > now);
}
