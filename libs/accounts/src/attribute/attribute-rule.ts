/** What the configuration says of one attribute. */
export interface AttributeRule {
  readonly name: string;
  /** `string`, `email`, `date`, `boolean`, `integer`; whatever else is written there is a text. */
  readonly format: string;
  readonly required: boolean;
  readonly searchable: boolean;
  readonly unique: boolean;
  /** The form in which the directory has it. */
  readonly normalised: (value: string) => string;
}

export interface Rules {
  /** Of what is kept with an account: `sub` is no attribute of one. */
  readonly attributes: readonly AttributeRule[];
  /** ISO 3166: how a number without its country is read. */
  readonly country: string;
}

/** What accounts must look like: decided by the settings in force. */
export abstract class DirectoryRules {
  abstract current(): Promise<Rules>;
}
