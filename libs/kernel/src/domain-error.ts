/**
 * Something the product knows can go wrong. `code` is stable and public; `details` is what a page or an API answer may
 * show; whatever only the log may see goes in `cause`. The wire format is decided at the edge, never here.
 */
export class DomainError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly details: Readonly<Record<string, string | number | boolean>> = {},
    options?: { readonly cause?: unknown },
  ) {
    super(code, options);
    this.name = 'DomainError';
  }
}
