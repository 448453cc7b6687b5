/** Forms of this page with unsaved changes. One guard asks for all of them. */
const open = new Map<string, () => void>();

/** @param discard throws the changes away when the person leaves all the same */
export function openDraft(key: string, discard: () => void): void {
  open.set(key, discard);
}

export function closeDraft(key: string): void {
  open.delete(key);
}

export function hasOpenDrafts(): boolean {
  return open.size > 0;
}

export function discardOpenDrafts(): void {
  for (const discard of [...open.values()]) discard();
  open.clear();
}
