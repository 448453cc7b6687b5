/** A sentence for people, in every language of the pages. */
export interface Text {
  readonly en: string;
  readonly ru: string;
}
