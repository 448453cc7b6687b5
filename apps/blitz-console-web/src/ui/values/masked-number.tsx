/** A telephone number as the API masked it, kept on one line. */
export function MaskedNumber({ children }: { readonly children: string }) {
  return <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{children}</span>;
}
