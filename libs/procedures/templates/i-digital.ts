/**
 * i-Digital Direct: we pass the code, it calls from a number that ends in it, and tells by callback what became of the call.
 *
 * Certain (the API's pages on sending FLASHCALL and on callbacks): address, a list of messages with `channelType`, `senderName`,
 * `destination`, `content` of four digits, `callbackUrl`, `callbackEvents`; `{errors, items: [{messageUuid, code: 201}]}`; refusals
 * `{error: {code, msg}}`; callbacks `[{message_uuid, callback_event, status}]`. Answers may take 70 seconds, more than a call may.
 * Not certain: whether `delivered` means that the phone rang; it is read so.
 * Fill in: `senderName`; the secret `token` (what stands behind `Basic`). Codes have four digits: set *Code length* to 4. Longer
 * ones only by agreement with i-Digital: then change `digitsOfCode`.
 */
const base = 'https://direct.i-dgtl.ru';
const senderName = 'blitz';
const digitsOfCode = 4;
const states = new Map([['delivered', 'ringing'], ['undelivered', 'unreachable'], ['unsent', 'unreachable']]);

export default class IDigital implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    const body = result.body();
    if (body.has('error')) return HttpLoop.refused('request_refused', { reason: body.asText('error.code') });
    const taken = body.asNum('items.0.code');
    if (taken !== 201) return HttpLoop.refused('request_refused', { reason: `${taken}` });
    return HttpLoop.Ok(JsObj.empty.addString('code', obj.asString('code')));
  }

  status(_obj: JsObj, result: HttpLoopResult) {
    const state = states.get(result.list()[0]?.asString('status') ?? '');
    return state === undefined ? HttpLoop.Ok() : HttpLoop.Ok(JsObj.empty.addString('state', state));
  }
}

function call(obj: JsObj) {
  if (obj.asNum('code_length') !== digitsOfCode) return HttpLoop.refused('code_length_unfit', { needed: `${digitsOfCode}` });
  const message = JsObj.empty
    .addString('channelType', 'FLASHCALL')
    .addString('senderName', senderName)
    .addString('destination', obj.asString('phone_number').slice(1))
    .addString('content', obj.asString('code'));
  const callback = obj.asString('callback_url', '');
  return HttpLoop.callBuilder('POST', `${base}/api/v1/message`)
    .withHeader('Authorization', `Basic ${secrets.get('token')}`)
    .withBody([callback === '' ? message : message.addString('callbackUrl', callback).addList('callbackEvents', ['sent', 'delivered'])])
    .build();
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
