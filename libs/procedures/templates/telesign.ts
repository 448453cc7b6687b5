/**
 * Telesign App Verify ("missed call verification"): it keeps the code to itself and is asked about each entry.
 *
 * Certain (developer.telesign.com, App Verify API): addresses, forms with Basic authentication, `phone_number`, `reference_id`,
 * `verify_code`: the last five or six digits, as agreed with Telesign's support; `{reference_id, status: {code}}`.
 * Not certain: the codes of `status`: 2400 for a call that was started, 3900 for a right entry. Any other code is not right.
 * Results are told to one address per account, so there is no `status` here.
 * Fill in: `customerId`; the secret `api_key`. Set *Code length* to 5 or 6, as agreed.
 */
const base = 'https://rest-ww.telesign.com';
const customerId = '00000000-0000-0000-0000-000000000000';
const started = 2400;
const verified = 3900;

export default class Telesign implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    const code = body.asNum('status.code');
    if (code !== started) return HttpLoop.error('call_failed', { reason: `${code}` });
    return HttpLoop.Ok(JsObj.empty.addObj('check', JsObj.empty.addString('id', body.asString('reference_id'))));
  }

  check(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) {
      const entry = JsObj.empty.addString('reference_id', obj.asString('call.id')).addString('verify_code', obj.asString('typed'));
      return post('finalize', entry).ringsNobody().build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status', { status: `${result.status()}` });
    return HttpLoop.Ok(JsObj.empty.addBool('right', result.body().asNum('status.code') === verified));
  }
}

function call(obj: JsObj) {
  const length = obj.asNum('code_length');
  if (length !== 5 && length !== 6) return HttpLoop.refused('code_length_unfit', { needed: '5 or 6' });
  return post('initiate', JsObj.empty.addString('phone_number', obj.asString('phone_number').slice(1))).build();
}

function post(deed: 'initiate' | 'finalize', fields: JsObj) {
  const request = HttpLoop.callBuilder('POST', `${base}/v1/verify/auto/voice/${deed}`);
  return request.withBasicAuth(customerId, secrets.get('api_key')).withForm(fields);
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
