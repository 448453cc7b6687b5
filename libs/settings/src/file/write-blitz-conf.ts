import type { AttributeMeta } from '../schema/attribute-meta.ts';
import type { Definition } from '../schema/definition.ts';
import { expectation } from '../schema/expectation.ts';
import { isBlock } from '../schema/reading.ts';
import { pathOf, schema, settingKeys } from '../schema/schema.ts';
import type { Values } from '../schema/schema.ts';

const introduction = `# Settings of blitz-idp, blitz-console and blitz-recovery as they were in force when they were exported.
# What blitz.conf holds beside them is not in here: keys that are not known, and secrets.
`;

interface Line {
  readonly remark: string;
  readonly value: unknown;
}

/** Settings as a blitz.conf that reads back to the same values. @param prefix as `blitz.prod.local.idp` */
export function writeBlitzConf(values: Values, prefix: string): string {
  const root: Record<string, unknown> = {};
  for (const key of settingKeys) {
    const setting: Definition = schema[key];
    const path = pathOf(key);
    let block = root;
    for (const step of path.slice(0, -1)) block = (block[step] ??= {}) as Record<string, unknown>;
    const value: unknown = setting.kind === 'attributes' ? values['id-attrs.attrsMeta'].map(writtenAttribute) : values[key];
    block[path.at(-1) ?? ''] = new Written({ remark: `${setting.label.en}: ${expectation(setting).en}`, value });
  }
  return `${introduction}${prefix.split('.').map(text).join('.')} {\n${blockLines(root, '  ').join('\n')}\n}\n`;
}

/** A setting, told apart from a block. */
class Written {
  constructor(readonly line: Line) {}
}

function blockLines(block: Readonly<Record<string, unknown>>, indent: string): string[] {
  return Object.entries(block).flatMap(([key, inner]) => {
    if (inner instanceof Written) return [`${indent}# ${inner.line.remark}`, `${indent}${text(key)} = ${valueLines(inner.line.value, indent)}`];
    return isBlock(inner) ? [`${indent}${text(key)} {`, ...blockLines(inner, `${indent}  `), `${indent}}`] : [];
  });
}

/** JSON is HOCON; lists of blocks have an entry on each line. */
function valueLines(value: unknown, indent: string): string {
  if (!Array.isArray(value) || !value.some((each) => typeof each === 'object')) return text(value);
  const entries = value.map((each: unknown) => `${indent}  ${valueLines(each, `${indent}  `)}`);
  return entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n${indent}]`;
}

/** Line separators of Unicode are fine in JSON, but nobody's editor should break a line there. */
function text(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029\u007f-\u009f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function writtenAttribute({ transformer, ...meta }: AttributeMeta): object {
  return transformer === undefined ? meta : { ...meta, source: { type: 'idStore', transformer } };
}
