/** A moment of today; the script shows it by the reader's own clock. */
export function TimeText({ at }: { readonly at: number }) {
  const moment = new Date(at);
  return <time dateTime={moment.toISOString()}>{moment.toTimeString().slice(0, 8)}</time>;
}
