/** Where something stands in a file; lines count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
}
