/** The attributes of the directory. */
export abstract class DirectoryAttributes {
  /** How many accounts have a valid telephone number in this attribute. A minute old at most. */
  abstract countNumbers(attribute: string): Promise<number>;
}
