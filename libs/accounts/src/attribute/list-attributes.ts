import type { AttributeRule, DirectoryRules } from './attribute-rule.ts';
import type { DirectoryAttributes } from './directory-attributes.ts';

export interface CountedAttribute {
  readonly rule: AttributeRule;
  /** How many accounts have a valid telephone number in it. */
  readonly counted: number;
}

/** What the directory knows of people, and where it has their telephone numbers. */
export class ListAttributes {
  constructor(
    private readonly rules: DirectoryRules,
    private readonly attributes: DirectoryAttributes,
  ) {}

  async execute(): Promise<readonly CountedAttribute[]> {
    const { attributes } = await this.rules.current();
    return Promise.all(attributes.map(async (rule) => ({ rule, counted: await this.attributes.countNumbers(rule.name) })));
  }
}
