/** A person known to the directory. */
export interface Account {
  /** A UUID that is never given to anybody else. */
  readonly sub: string;
  /** As `normaliseLogin` gives it. */
  readonly login: string;
  readonly attributes: Attributes;
  /** How many factors this account is asked for, whatever the configuration says; null leaves it to the configuration. */
  readonly requiredFactor: RequiredFactor | null;
  /** The password can't be used; other ways in stay open. */
  readonly passwordLocked: boolean;
  /** Nobody gets in, by no grant. */
  readonly locked: boolean;
}

export type Attributes = Readonly<Record<string, string>>;

export type RequiredFactor = 1 | 2;

export interface NewAccount {
  /** A new one is drawn when left out. */
  readonly sub?: string;
  readonly login: string;
  readonly attributes?: Attributes;
  readonly requiredFactor?: RequiredFactor | null;
}
