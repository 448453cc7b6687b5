/**
 * The admin API under the one name that its tokens carry as audience, and by which applications may ask for them (RFC 8707).
 *
 * @param consoleUrl any address of blitz-console as people see it
 */
export function adminApi(consoleUrl: string): string {
  return new URL('/blitz/admin/api', consoleUrl).href;
}
