/**
 * Zvonok: we ask for the last digits of the caller's number, it answers with those that it used.
 *
 * Known from public integrations only: the address, a form with `public_key`, `campaign_id`, `phone`, and
 * `{status: "ok", data: {pincode, call_id}}`; failures by HTTP 400, 429, 503.
 * Not certain: `phone_suffix`; whether `pincode` is a text (a number is read, too).
 * Fill in: `campaignId`; the secret `public_key`. Codes have four digits: set *Code length* to 3 or 4.
 */
const base = 'https://zvonok.com';
const campaignId = '000000';
const digitsOfCode = 4;

export default class Zvonok implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (body.asString('status') !== 'ok') return HttpLoop.refused('request_refused');
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('data.pincode')));
  }
}

function call(obj: JsObj) {
  const length = obj.asNum('code_length');
  if (length > digitsOfCode) return HttpLoop.refused('code_length_unfit', { most: `${digitsOfCode}` });
  const fields = JsObj.empty
    .addString('public_key', secrets.get('public_key'))
    .addString('campaign_id', campaignId)
    .addString('phone', obj.asString('phone_number'));
  return HttpLoop.callBuilder('POST', `${base}/manager/cabapi_external/api/v1/phones/flashcall/`)
    .withForm(length === digitsOfCode ? fields.addString('phone_suffix', obj.asString('code')) : fields)
    .build();
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
