export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const tag = /<([a-z][a-z0-9]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi;

/** The opening tags of a page, as a browser reads them: what stands in quotes is a value, whatever it looks like. */
export function elements(html: string): readonly Element[] {
  return Array.from(html.matchAll(tag), ([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      Array.from(attributes.matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g), ([, key = '', value = '']) => [key.toLowerCase(), value]),
    ),
  }));
}
