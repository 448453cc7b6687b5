/**
 * Sinch Verification: it keeps the code to itself and is asked about each entry.
 *
 * Certain (developers.sinch.com): addresses, the application-signed request (HMAC-SHA256 over method, MD5 of the body, content type,
 * `x-timestamp`, path), `{id, flashCall}`, and the report by `PUT …/id/{id}`, which answers `status`.
 * Not certain: whether `cli` may be only the last digits, as a person types them. If your account wants the caller's whole number,
 * and its calls come from one range, put what stands before the typed digits into `cliPrefix`.
 * Its documentation spells the method `flashcall` and `flashCall`; the reference of the REST interface has the former.
 * Results are told to one address per account, not per call, so there is no `status` here. Sinch ends the call by itself.
 * Fill in: `applicationKey`; the secret `application_secret`, in base64 as the dashboard shows it.
 */
const base = 'https://verification.api.sinch.com';
const path = '/verification/v1/verifications';
const applicationKey = '00000000-0000-0000-0000-000000000000';
const cliPrefix = '';
const ringSec = 20;

export default class Sinch implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    return HttpLoop.Ok(JsObj.empty.addObj('check', JsObj.empty.addString('id', result.body().asString('id'))));
  }

  check(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) {
      const cli = JsObj.empty.addString('cli', `${cliPrefix}${obj.asString('typed')}`);
      const report = JsObj.empty.addString('method', 'flashcall').addObj('flashCall', cli);
      return signed('PUT', `${path}/id/${encoding.urlEncode(obj.asString('call.id'))}`, report).ringsNobody().build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status', { status: `${result.status()}` });
    const status = result.body().asString('status');
    if (status === 'SUCCESSFUL' || status === 'FAIL') return HttpLoop.Ok(JsObj.empty.addBool('right', status === 'SUCCESSFUL'));
    return HttpLoop.error('verification_over');
  }
}

function call(obj: JsObj) {
  const identity = JsObj.empty.addString('type', 'number').addString('endpoint', obj.asString('phone_number'));
  const wanted = JsObj.empty
    .addObj('identity', identity)
    .addString('method', 'flashcall')
    .addObj('flashCallOptions', JsObj.empty.addNum('dialTimeout', ringSec));
  return signed('POST', path, wanted).build();
}

function signed(method: 'POST' | 'PUT', resource: string, body: JsObj) {
  const moment = time.format('YYYY-MM-DDTHH:mm:ssZ');
  const text = [method, crypto.md5(body.toJson(), 'base64'), 'application/json', `x-timestamp:${moment}`, resource].join('\n');
  const signature = crypto.hmacSha256(secrets.get('application_secret'), text, 'base64', 'base64');
  return HttpLoop.callBuilder(method, `${base}${resource}`)
    .withHeader('x-timestamp', moment)
    .withHeader('Authorization', `Application ${applicationKey}:${signature}`)
    .withBody(body);
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
