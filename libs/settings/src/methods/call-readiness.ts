/** Why nobody could be called yet. `about`: the procedure that it is said of, as the plan names it. */
export interface CallLack {
  readonly what: 'no_procedure' | 'secret_missing' | 'secret_unreadable' | 'procedure_failed_last_test';
  readonly about?: string;
}

/** Tells whether somebody could make the calls that confirm a login. */
export abstract class CallReadiness {
  /** Empty: at least one procedure would be asked, and works as far as anybody knows. */
  abstract lacks(): Promise<readonly CallLack[]>;
}
