import type { ComponentChildren } from 'preact';

/** A text whose `{words}` are replaced by markup: names and numbers keep their own elements in every language's order. */
export function Filled({ text, parts }: { readonly text: string; readonly parts: Readonly<Record<string, ComponentChildren>> }) {
  return <>{text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 0 ? piece : parts[piece]))}</>;
}
