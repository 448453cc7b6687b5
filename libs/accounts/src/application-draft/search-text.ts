/** What a search looks through. Made by the service, so that two databases find the same. */
export function searchText(clientId: string, metadata: Readonly<Record<string, unknown>>): string {
  const { client_name: name } = metadata;
  return normaliseSearch(`${clientId}\n${typeof name === 'string' ? name : ''}`);
}

export function normaliseSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
