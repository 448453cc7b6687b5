/**
 * SMSINT, "call password": it calls from a number of its own and tells the last four digits, after it has dialled.
 *
 * Known from public integrations only: header `X-Token`, `{recipient, id, validate}`, where `validate: true` is a dry run;
 * `{success, result: {id, code}}`, failures `{success: false, error: {descr}}`.
 * Not certain: the host. And since it answers after dialling, a failure doesn't say that nobody was called. So the dry run goes
 * first: what it refuses surely rang no phone.
 * Fill in: the secret `token`. Codes have four digits: set *Code length* to 3 or 4.
 */
const base = 'https://lcab.smsint.ru';
const digitsOfCode = 4;

export default class Smsint implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return dryRun(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    const dry = result.state().asBool('dry');
    if (!body.asBool('success')) return dry ? HttpLoop.refused('request_refused') : HttpLoop.error('call_failed');
    if (dry) return send(obj, false).build(JsObj.empty.addBool('dry', false));
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('result.code')));
  }
}

function dryRun(obj: JsObj) {
  if (obj.asNum('code_length') > digitsOfCode) return HttpLoop.refused('code_length_unfit', { most: `${digitsOfCode}` });
  return send(obj, true).ringsNobody().build(JsObj.empty.addBool('dry', true));
}

function send(obj: JsObj, validate: boolean) {
  const wanted = JsObj.empty
    .addString('recipient', obj.asString('phone_number').slice(1))
    .addString('id', obj.asString('request_id'))
    .addBool('validate', validate);
  return HttpLoop.callBuilder('POST', `${base}/json/v1.0/callpassword/send`).withHeader('X-Token', secrets.get('token')).withBody(wanted);
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
