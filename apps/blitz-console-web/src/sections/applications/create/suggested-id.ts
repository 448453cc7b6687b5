/** An id that an application of this name could have; empty where the name has too few Latin letters for one. */
export function suggestedId(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, 60).replace(/-+$/, '').replaceAll(/\d[\d-]{6,}/g, '');
}
