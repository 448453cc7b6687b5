/** Of the system, and of PostgreSQL: the server is going, gone, full, or takes nobody. */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
]);

/** What the clients of the stores say in words alone. */
const words =
  /^(?:Command timed out|Connection is closed\.|Connection terminated|timeout exceeded when trying to connect|Stream isn't writeable|(?:LOADING|READONLY|MASTERDOWN|CLUSTERDOWN) )/;

/**
 * Whether a store is out of reach: nothing is wrong with the request, and it may be sent again later (503, not 500).
 * Known by its shape, for the platform knows no store.
 */
export function isOutage(thrown: unknown, depth = 0): boolean {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return false;
  const { name, message, code, cause, driverError, errors } = thrown as Readonly<Record<string, unknown>>;
  if (name === 'MaxRetriesPerRequestError' || (typeof code === 'string' && codes.has(code))) return true;
  if (typeof message === 'string' && words.test(message)) return true;
  const inner = [cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some((each) => isOutage(each, depth + 1));
}
