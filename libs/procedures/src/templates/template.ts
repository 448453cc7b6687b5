import { readFileSync } from 'node:fs';

/** A ready procedure for one provider. Its source stands in `templates`, and is what the administrator gets to edit. */
export interface Template {
  /** Also the name of its file. */
  readonly id: string;
  readonly name: string;
  /** Hosts that the procedure needs, as `EgressRules` has them. */
  readonly hosts: readonly string[];
  readonly secrets: readonly TemplateSecret[];
  /** Constants at the top of the source that the administrator has to look at, besides secrets. */
  readonly settings: readonly string[];
  /** Beginnings of the numbers that it serves; empty: any country that the provider's contract names. */
  readonly destinations: readonly string[];
  /** The *Code length* that the provider can serve, from and to. */
  readonly codeLength: readonly [number, number];
}

export interface TemplateSecret {
  readonly name: string;
  /** Where the administrator finds it. */
  readonly help: string;
}

/** The same path leads there from `src` and from `dist`. */
export const templateSource = ({ id }: Template): string => readFileSync(new URL(`../../templates/${id}.ts`, import.meta.url), 'utf8');
