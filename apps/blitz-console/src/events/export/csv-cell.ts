/**
 * A field of CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front: browsers and names come from
 * strangers, and whoever opens the file is an administrator.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const harmless = /^[=+\-@\t\r\n|%]/.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
