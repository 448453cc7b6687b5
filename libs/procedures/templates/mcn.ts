/**
 * MCN Telecom, "password call": we pass the code, it answers with the caller's number that ends in it, and says whether the
 * called number forwards its calls.
 *
 * Certain (mcntele.freshdesk.com, Password Call authorization API): address, Bearer token, `phone_number`, `verification_code` of
 * four digits or none, `is_with_redirect`; `{ok, caller_number, verification_code, verification_uuid, is_redirect}`.
 * Not certain: what it answers with beside `ok: false`; whether the call is made when the number forwards it. Such a call rings
 * at somebody else's phone, so it is a failure here, and counts as called.
 * Fill in: the secret `token`. Any *Code length*: the whole number is told.
 */
const base = 'https://paidmethods.mcn.ru';
const digitsOfCode = 4;

export default class Mcn implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (!body.asBool('ok')) return HttpLoop.refused('request_refused');
    if (body.asBool('is_redirect', false)) return HttpLoop.error('call_forwarded');
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('caller_number')));
  }
}

function call(obj: JsObj) {
  const wanted = JsObj.empty.addString('phone_number', obj.asString('phone_number').slice(1)).addBool('is_with_redirect', true);
  return HttpLoop.callBuilder('POST', `${base}/api/protected/api/auth/passwordcall`)
    .withHeader('Authorization', `Bearer ${secrets.get('token')}`)
    .withBody(obj.asNum('code_length') === digitsOfCode ? wanted.addString('verification_code', obj.asString('code')) : wanted)
    .build();
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
