/** How many accounts have a valid number in each attribute; nothing until it is known. */
export function useAttributeCounts(): ReadonlyMap<string, number> | undefined {
  return undefined;
}
