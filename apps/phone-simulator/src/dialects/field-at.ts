type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The same answer with the field at `path` changed; undefined takes it away. A path that leads nowhere changes nothing. */
export function withField(body: object, path: string, change: (value: unknown) => unknown): object {
  const [key = '', ...rest] = path.split('.');
  const before = (body as Node)[key];
  if (before === undefined) return body;
  const after = rest.length > 0 && isNode(before) ? withField(before, rest.join('.'), change) : change(before);
  if (Array.isArray(body)) return body.map((item: unknown, index) => (String(index) === key ? after : item));
  return { ...body, [key]: after };
}
