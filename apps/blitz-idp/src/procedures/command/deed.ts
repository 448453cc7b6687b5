import type { Stamp } from '@blitz/procedures';
import type { ProcedureDesk } from '../procedure-desk.ts';
import type { Values } from './options.ts';

/** What was typed behind the name of the deed. */
export interface Typed {
  /** '' when there was nothing. */
  readonly what: string;
  readonly more: string;
  readonly values: Values;
  readonly stamp: Stamp;
}

/** @returns what is printed @throws Refusal, DomainError */
export type Deed = (desk: ProcedureDesk, typed: Typed) => Promise<string>;
