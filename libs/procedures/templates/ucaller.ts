/**
 * uCaller: we ask for a code, it calls from a number that ends in it; now and then it answers with another, and that one counts.
 *
 * Certain (developer.ucaller.ru/methods/initcall): address, `Authorization: Bearer <secret>.<service id>`, `phone` as a number,
 * `code` of four digits as text or number, `unique`; `{status, ucaller_id, code, exists}`, refusals `{status: false, error, code}`.
 * `unique` makes a repeated request answer with the first call instead of ringing again.
 * Not certain: whether `unique` may be any text; a UUID is what the documentation shows, so that is made of the request's id.
 * Fill in: `serviceId`; the secret `secret_key`. Codes have four digits: set *Code length* to 3 or 4.
 */
const base = 'https://api.ucaller.ru';
const serviceId = '000000';
const digitsOfCode = 4;

export default class UCaller implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (!body.asBool('status')) return HttpLoop.refused('request_refused', { reason: body.asText('code', 'unknown') });
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('code')));
  }
}

function call(obj: JsObj) {
  const length = obj.asNum('code_length');
  if (length > digitsOfCode) return HttpLoop.refused('code_length_unfit', { most: `${digitsOfCode}` });
  const number = Number(obj.asString('phone_number').slice(1));
  const body = JsObj.empty.addNum('phone', number).addString('unique', uuidOf(obj.asString('request_id')));
  return HttpLoop.callBuilder('POST', `${base}/v1.0/initCall`)
    .withHeader('Authorization', `Bearer ${secrets.get('secret_key')}.${serviceId}`)
    // As text: a number would lose its leading zeros. Without a code of our own uCaller draws one.
    .withBody(length === digitsOfCode ? body.addString('code', obj.asString('code')) : body)
    .build();
}

function uuidOf(text: string): string {
  const hex = crypto.sha256(text, 'hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
