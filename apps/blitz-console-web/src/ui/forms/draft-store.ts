/** What was typed and not yet saved, in this tab only, so that it outlives a login in between. */
export interface KeptDraft {
  readonly values: Readonly<Record<string, unknown>>;
  /** Of what the person looked at when they began to type. */
  readonly etag?: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const draftKey = (sub: string, pathname: string, form: string): string => `blitz-console-draft ${sub} ${pathname} ${form}`;

export function readDraft(store: Store, key: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    const fits = typeof kept === 'object' && kept !== null && 'values' in kept && typeof kept.values === 'object' && kept.values !== null;
    return fits ? (kept as KeptDraft) : undefined;
  } catch {
    return undefined;
  }
}

/** @param secrets fields that are never kept */
export function keepDraft(store: Store, key: string, { values, etag }: KeptDraft, secrets: readonly string[]): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));
  try {
    store.setItem(key, JSON.stringify({ values: kept, ...(etag === undefined ? {} : { etag }) }));
  } catch {
    // Storage is full or switched off: what was typed stays on the page, and does not outlive it.
  }
}

export function forgetDraft(store: Store, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}
