/** Who made a call and whereto: what calls are counted by. Holds no number (R14). */
export interface Route {
  readonly procedure: string;
  /** E.164 without the last seven digits: country and operator, such as `+7900`. */
  readonly destination: string;
  /** A tag of the number without its last four digits; nobody makes it without the server's key. */
  readonly prefixTag: string;
}
