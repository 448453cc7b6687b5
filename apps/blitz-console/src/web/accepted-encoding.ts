import type { Encoding } from './built-pages.ts';

/** The best of ours that a browser takes (RFC 9110, 12.5.3); undefined: as it is. */
export function acceptedEncoding(header: string | undefined, offered: readonly Encoding[]): Encoding | undefined {
  const accepted = new Set<string>();
  for (const each of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) accepted.add(name);
  }
  return (['br', 'gzip'] as const).find((encoding) => offered.includes(encoding) && accepted.has(encoding));
}
