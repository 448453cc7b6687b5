/** A line of a file: its cells, or that it can't be read. */
export type FileRow = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly cells?: undefined };

/** A file that can be read as often as needed, a row at a time. */
export interface ImportFile {
  /** The first one names the columns. @throws ImportFailed */
  rows(): AsyncIterable<FileRow>;
  /** Of the reading that is under way. */
  readonly bytesRead: number;
}
