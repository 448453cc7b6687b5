/**
 * Bird (formerly MessageBird), flash calls: the caller's number is one of ours, from a pool, or one that Bird picks.
 *
 * Certain (docs.bird.com, Flash Calling API and Voice webhooks): addresses, `Authorization: AccessKey …`, `to`, `from`,
 * `ringTimeout` 3 to 120 seconds, `202 {id, from, status}`; a POST to the call ends it; 400, 404, 422 refuse.
 * Not certain: the body of the request that ends a call (an empty object here).
 * Bird's webhooks go to one address per workspace, not per call, so there is no `status` here.
 * Fill in: `workspace`, `channel`; the secret `access_key`; `pool`, or leave it empty. The pool is the real space of codes.
 */
const base = 'https://api.bird.com';
const workspace = '00000000-0000-0000-0000-000000000000';
const channel = '00000000-0000-0000-0000-000000000000';
const ringSec = 20;
const pool: readonly string[] = [];

const calls = `${base}/workspaces/${workspace}/channels/${channel}/flashcalls`;

export default class Bird implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return call(obj);
    if (result.status() !== 202 && result.status() !== 200) return failure(result.status());
    const body = result.body();
    const placed = JsObj.empty.addString('id', body.asString('id'));
    return HttpLoop.Ok(JsObj.empty.addString('code', body.asString('from')).addObj('call', placed));
  }

  hangUp(obj: JsObj, result: HttpLoopResult | null) {
    if (result === null) return post(`${calls}/${encoding.urlEncode(obj.asString('call.id'))}`, JsObj.empty).ringsNobody().build();
    // 404, 409: it ended by itself.
    const over = result.status() < 300 || result.status() === 404 || result.status() === 409;
    return over ? HttpLoop.Ok() : HttpLoop.error('wrong_http_status', { status: `${result.status()}` });
  }
}

function call(obj: JsObj) {
  const wanted = JsObj.empty.addString('to', obj.asString('phone_number')).addNum('ringTimeout', ringSec);
  const callerNumber = pool[Math.floor(obj.asNum('random') * pool.length)];
  return post(calls, callerNumber === undefined ? wanted : wanted.addString('from', callerNumber)).build();
}

function post(url: string, body: JsObj) {
  return HttpLoop.callBuilder('POST', url).withHeader('Authorization', `AccessKey ${secrets.get('access_key')}`).withBody(body);
}

/** 4xx: the provider refused, so it made no call. Whatever else went wrong, nobody knows. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
