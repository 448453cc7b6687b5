/**
 * The provider of the vendor's example, and the protocol of the phone simulator: it draws the caller's number and tells it.
 *
 * Certain: `POST`, header `Token`, JSON `{id, dst_number}` with ten digits, answered by `200 {SenderID}`.
 * Fill in: the address; the secret `token`. For a provider of another country change `countryCode`.
 */
const base = 'https://provider.example';
const countryCode = '+7';

export default class VendorExample implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 200) return failure(result.status());
    return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asText('SenderID')));
  }
}

function call(obj: JsObj) {
  const number = obj.asString('phone_number');
  // Ten digits without their country would ring somebody else's phone.
  if (!number.startsWith(countryCode) || number.length !== countryCode.length + 10) return HttpLoop.refused('number_foreign');
  return HttpLoop.callBuilder('POST', `${base}/provider/call`)
    .withHeader('Token', secrets.get('token'))
    .withBody(JsObj.empty.addString('id', obj.asString('request_id')).addString('dst_number', number.slice(-10)))
    .build();
}

/** A refusal is an answer: no call was made. What a server that broke down did before, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
