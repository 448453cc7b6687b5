/** Names that a source asks `secrets.get` for, each once, in their order. As it is typed: only the server reads it whole. */
export function secretsIn(source: string): readonly string[] {
  const bare = source.replaceAll(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/[^\n]*/g, '$1');
  return [...new Set([...bare.matchAll(/\bsecrets\s*\.\s*get\s*\(\s*(['"])([a-z][\w-]{0,63})\1/g)].map(([, , name = '']) => name))];
}

/** Constants at the top of a source: `const base = 'https://…'`. */
export function constantIn(source: string, name: string): number | undefined {
  const at = source.split('\n').findIndex((line) => line.startsWith(`const ${name} `) || line.startsWith(`const ${name}:`));
  return at < 0 ? undefined : at + 1;
}
