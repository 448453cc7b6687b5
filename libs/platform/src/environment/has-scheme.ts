/** A `postgres:` address may name a socket folder instead of a host, so only the scheme is judged here. */
export function hasScheme(...schemes: readonly string[]): (text: string) => boolean {
  return (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol);
}
