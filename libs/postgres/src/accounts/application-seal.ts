/** A secret is sealed for its own application alone. */
export function sealedFor(clientId: string): string {
  return `client:${clientId}`;
}
