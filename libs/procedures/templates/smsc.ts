/**
 * SMSC: it calls from a number of its own and tells the last six digits.
 *
 * Certain (smsc.ru/api/http): the address takes a form by POST, so the password stays out of the address; `login`, `psw`, `phones`,
 * `fmt=3`; refusals `{error, error_code}` come before anything is sent.
 * Known from public integrations only: `mes=code&call=1`, and `{id, cnt, code}` with six digits. Whether `code` is a text or a
 * number isn't certain, so both are read; a number that lost a leading zero is too short and fails.
 * Fill in: `login`; the secret `password`. Codes have six digits: set *Code length* from 3 to 6.
 */
const base = 'https://smsc.ru';
const login = 'login';
const digitsOfCode = 6;

export default class Smsc implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (body.has('error_code')) return HttpLoop.refused('request_refused', { reason: body.asText('error_code') });
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asText('code')));
  }
}

function call(obj: JsObj) {
  if (obj.asNum('code_length') > digitsOfCode) return HttpLoop.refused('code_length_unfit', { most: `${digitsOfCode}` });
  const fields = JsObj.empty
    .addString('login', login)
    .addString('psw', secrets.get('password'))
    .addString('phones', obj.asString('phone_number'))
    .addString('mes', 'code')
    .addString('call', '1')
    .addString('fmt', '3')
    .addString('charset', 'utf-8');
  return HttpLoop.callBuilder('POST', `${base}/sys/send.php`).withForm(fields).build();
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
