/** The host as it may stand in a message: a procedure can make hosts of anything, telephone numbers included (R14). */
export function namedHost(host: string): string {
  return host.replace(/\d{6,}/gu, '···');
}
