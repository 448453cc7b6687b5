/** What separates the columns of this first line: whatever is there most often outside of quotes. */
export function delimiterOf(line: string): string {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counted = [',', ';', '\t'].map((each) => ({ each, count: bare.split(each).length }));
  return counted.reduce((most, other) => (other.count > most.count ? other : most)).each;
}
