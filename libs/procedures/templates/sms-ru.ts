/**
 * sms.ru: it calls from a number of its own and tells the last four digits.
 *
 * Certain (sms.ru/api/code_call): the address, `phone`, `ip`, `api_id`; `{status, code, call_id, cost, balance}`; it calls the
 * whole world. `ip` is the person's, and sms.ru limits calls by it.
 * Not certain: that a form in the body is read as the query is; by it the key stays out of the address. `status_code` of a refusal.
 * Fill in: the secret `api_id`. Codes have four digits: set *Code length* to 3 or 4.
 */
const base = 'https://sms.ru';
const digitsOfCode = 4;

export default class SmsRu implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (body.asString('status') !== 'OK') return HttpLoop.refused('request_refused', { reason: body.asText('status_code', 'unknown') });
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('code')));
  }
}

function call(obj: JsObj) {
  if (obj.asNum('code_length') > digitsOfCode) return HttpLoop.refused('code_length_unfit', { most: `${digitsOfCode}` });
  const fields = JsObj.empty.addString('api_id', secrets.get('api_id')).addString('phone', obj.asString('phone_number').slice(1));
  const ip = obj.asString('ip', '');
  return HttpLoop.callBuilder('POST', `${base}/code/call`)
    .withForm(ip === '' ? fields : fields.addString('ip', ip))
    .build();
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
