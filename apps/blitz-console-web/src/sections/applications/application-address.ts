/** An id may hold any visible sign, and be called `new`. */
export function applicationAddress(clientId: string): string {
  return `/applications/known/${encodeURIComponent(clientId)}`;
}
