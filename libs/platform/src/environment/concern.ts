/** Where a service stands when nothing says otherwise: its own port and the path below which it answers. */
export interface Place {
  readonly port: number;
  readonly path: string;
}

/**
 * One concern of the deployment. Its fields are named like the variables it reads and start with what a missing variable
 * means; class-validator says what each must look like; `typed` makes of them what the rest of the product sees.
 */
export interface Concern<Typed extends object> {
  typed(place: Place): Typed;
}

export type ConcernClass = new () => Concern<object>;
