/**
 * New-Tel: we pass the code, it calls from a number that ends in it. Each request is signed together with its body.
 *
 * Known from its own PHP client (github.com/new-tel/newtel-php-api) and public integrations: the address, the signature, `dstNumber`,
 * `pin`, `timeout`; `{status, data: {result, callDetails: {callId, pin}}}`.
 * Not certain: `async: 1`, by which it answers before it has dialled. That is why `result: "error"` is read as a refusal.
 * Fill in: the secrets `api_key` and `signing_key`. Codes have four digits: set *Code length* to 3 or 4.
 */
const base = 'https://api.new-tel.net';
const method = 'call-password/start-password-call';
const ringSec = 20;
const digitsOfCode = 4;

export default class NewTel implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    const refused = body.asString('status') !== 'success' || body.asString('data.result') !== 'success';
    if (refused) return HttpLoop.refused('request_refused');
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('data.callDetails.pin')));
  }
}

function call(obj: JsObj) {
  const length = obj.asNum('code_length');
  if (length > digitsOfCode) return HttpLoop.refused('code_length_unfit', { most: `${digitsOfCode}` });
  const number = obj.asString('phone_number').slice(1);
  const wanted = JsObj.empty.addString('dstNumber', number).addNum('async', 1).addNum('timeout', ringSec);
  const body = length === digitsOfCode ? wanted.addString('pin', obj.asString('code')) : wanted;
  return HttpLoop.callBuilder('POST', `${base}/${method}`).withHeader('Authorization', `Bearer ${signatureOf(body)}`).withBody(body).build();
}

function signatureOf(body: JsObj): string {
  const key = secrets.get('api_key');
  const moment = `${time.unixSec()}`;
  const signed = [method, moment, key, body.toJson(), secrets.get('signing_key')].join('\n');
  return `${key}${moment}${crypto.sha256(signed, 'hex')}`;
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
