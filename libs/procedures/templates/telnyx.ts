/**
 * Telnyx Verify, flash call: it keeps the code to itself and is asked about each entry.
 *
 * Certain (developers.telnyx.com, Verify): addresses, Bearer key, `phone_number`, `verify_profile_id`, `timeout_secs`;
 * `{data: {id, status: "accepted"}}`; the entry goes to `/verifications/{id}/actions/verify` as `code`, answered by
 * `{data: {response_code: "accepted" | "rejected"}}`. By the id, not by the number, so that no number stands in an address.
 * Not certain: how many digits the code has (five in the examples); set *Code length* as your profile has it.
 * Webhooks go to one address per profile, so there is no `status` here.
 * Fill in: `profile`; the secret `api_key`.
 */
const base = 'https://api.telnyx.com';
const profile = '00000000-0000-0000-0000-000000000000';
const validSec = 300;

export default class Telnyx implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    return HttpLoop.Ok(JsObj.empty.addObj('check', JsObj.empty.addString('id', result.body().asString('data.id'))));
  }

  check(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) {
      const entry = JsObj.empty.addString('code', obj.asString('typed'));
      return post(`/v2/verifications/${encoding.urlEncode(obj.asString('call.id'))}/actions/verify`, entry).ringsNobody().build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status', { status: `${result.status()}` });
    return HttpLoop.Ok(JsObj.empty.addBool('right', result.body().asString('data.response_code') === 'accepted'));
  }
}

function call(obj: JsObj) {
  const wanted = JsObj.empty
    .addString('phone_number', obj.asString('phone_number'))
    .addString('verify_profile_id', profile)
    .addNum('timeout_secs', validSec);
  return post('/v2/verifications/flashcall', wanted).build();
}

function post(path: string, body: JsObj) {
  return HttpLoop.callBuilder('POST', `${base}${path}`).withHeader('Authorization', `Bearer ${secrets.get('api_key')}`).withBody(body);
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
