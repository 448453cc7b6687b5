/** The part of the library that is used; it brings no types of its own. */
declare module '@pushcorn/hocon-parser' {
  const parser: {
    readonly Context: new (options: { readonly text: string; readonly strict: boolean }) => { resolve(): Promise<unknown> };
  };
  export default parser;
}
