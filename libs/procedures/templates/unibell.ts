/**
 * Unibell: we pass the code, it answers with the caller's number that ends in it.
 *
 * Certain (docs.unibell.ru, Flash Call API): address, header `X-Authorization: AccessKey …`, `number`, `code` of four digits,
 * `timeout` in milliseconds; `{requestId, from}`; refusals `{errorCode, errorReason}` with HTTP 400, 401, 403, 429.
 * Not certain: `code` as a text; the documentation shows a number, which would lose leading zeros. `from` counts in any case.
 * Its callbacks go to one address per account, so there is no `status` here.
 * Fill in: the secret `access_key`. Codes have four digits: set *Code length* to 4.
 */
const base = 'https://api.unibell.ru';
const digitsOfCode = 4;
const ringMs = 20_000;

export default class Unibell implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (body.has('errorCode')) return HttpLoop.refused('request_refused', { reason: body.asText('errorCode') });
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('from')));
  }
}

function call(obj: JsObj) {
  if (obj.asNum('code_length') !== digitsOfCode) return HttpLoop.refused('code_length_unfit', { needed: `${digitsOfCode}` });
  const wanted = JsObj.empty
    .addString('number', obj.asString('phone_number').slice(1))
    .addString('code', obj.asString('code'))
    .addNum('timeout', ringMs);
  return HttpLoop.callBuilder('POST', `${base}/apps/flash/calls/flash`)
    .withHeader('X-Authorization', `AccessKey ${secrets.get('access_key')}`)
    .withBody(wanted)
    .build();
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
