/** Codes of what goes wrong before a request reaches anything of ours, by status. */
const codes: Readonly<Record<number, string>> = {
  400: 'request_malformed',
  401: 'authentication_required',
  403: 'request_forbidden',
  404: 'address_unknown',
  405: 'method_refused',
  406: 'answer_unavailable',
  408: 'request_late',
  413: 'body_too_large',
  414: 'address_too_long',
  415: 'body_unsupported',
  429: 'requests_too_many',
  431: 'headers_too_large',
  500: 'unexpected',
  503: 'service_unavailable',
};

export function httpCode(status: number): string {
  return codes[status] ?? (status < 500 ? 'request_refused' : 'unexpected');
}
