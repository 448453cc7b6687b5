/**
 * Whether an object says something twice. Of such a name a proxy may read the first value and we the last (RFC 8259, 4).
 *
 * @param text valid JSON; @param value what it was read as, where each name is left once
 */
export function repeatsNames(text: string, value: unknown): boolean {
  return namesWritten(text) !== namesKept(value);
}

/** In valid JSON quotes stand around texts and nowhere else, and a colon after those that are names. */
function namesWritten(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)].filter(([, colon]) => colon !== undefined).length;
}

/** Without recursion: how deep it goes is the sender's choice. */
function namesKept(value: unknown): number {
  const left = [value];
  let count = 0;
  while (left.length > 0) {
    const each = left.pop();
    if (typeof each !== 'object' || each === null) continue;
    const inner: unknown[] = Object.values(each);
    if (!Array.isArray(each)) count += inner.length;
    for (const one of inner) if (typeof one === 'object') left.push(one);
  }
  return count;
}
