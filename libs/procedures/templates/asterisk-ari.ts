/**
 * Asterisk, an exchange of your own, through its REST interface (ARI): the caller's number is drawn from a pool.
 *
 * Certain (docs.asterisk.org, Channels REST API): originate with `endpoint`, `callerId`, `timeout`, `app`, `channelId`, `variables`
 * in a JSON body; 409 when there is such a channel already, so a repeated request rings nobody again; `DELETE` hangs up.
 * Not certain: your trunk. It has to let the caller's number pass as it is; try it with a call to yourself.
 * An answered call enters `app`: as long as nothing listens there, Asterisk hangs up at once.
 * Asterisk tells events by WebSocket only. A small relay may POST each event as it is (JSON) to the channel's variable
 * `BLITZ_CALLBACK`: then the person's page follows the call. Without one everything else works.
 * Fill in: the address (TLS), `user`, `trunk`, `pool`; the secret `password`. The pool is the real space of codes: with 50 numbers
 * one guess in 50 is right, so rent hundreds whose last digits differ.
 */
const base = 'https://pbx.example.com:8089';
const user = 'blitz';
const app = 'blitz';
const trunk = 'trunk';
const ringSec = 20;
const pool: readonly string[] = ['+74951230417', '+74951232986', '+74951235041', '+74951237752'];

export default class AsteriskAri implements HttpLoop {
  run(obj: JsObj, result: HttpLoopResult | null) {
    const callerNumber = pool[Math.floor(obj.asNum('random') * pool.length)];
    if (callerNumber === undefined) return HttpLoop.refused('pool_empty');
    if (result === null) return call(obj, callerNumber);
    if (result.status() !== 200) return failure(result.status());
    const channel = JsObj.empty.addString('channel', result.body().asString('id'));
    return HttpLoop.Ok(JsObj.empty.addString('code', callerNumber).addObj('call', channel));
  }

  hangUp(obj: JsObj, result: HttpLoopResult | null) {
    const channel = encoding.urlEncode(obj.asString('call.channel'));
    if (result === null) {
      const ending = HttpLoop.callBuilder('DELETE', `${base}/ari/channels/${channel}`);
      return ending.withBasicAuth(user, secrets.get('password')).ringsNobody().build();
    }
    // 404: it ended by itself.
    const over = result.status() < 300 || result.status() === 404;
    return over ? HttpLoop.Ok() : HttpLoop.error('wrong_http_status', { status: `${result.status()}` });
  }

  status(_obj: JsObj, result: HttpLoopResult) {
    const state = stateIn(result.body());
    return state === undefined ? HttpLoop.Ok() : HttpLoop.Ok(JsObj.empty.addString('state', state));
  }
}

function call(obj: JsObj, callerNumber: string) {
  const wanted = JsObj.empty
    .addString('endpoint', `PJSIP/${obj.asString('phone_number').slice(1)}@${trunk}`)
    .addString('callerId', callerNumber)
    .addNum('timeout', ringSec)
    .addString('app', app)
    .addString('channelId', obj.asString('request_id'))
    .addObj('variables', JsObj.empty.addString('BLITZ_CALLBACK', obj.asString('callback_url', '')));
  return HttpLoop.callBuilder('POST', `${base}/ari/channels`).withBasicAuth(user, secrets.get('password')).withBody(wanted).build();
}

const channelStates = new Map([['Ringing', 'ringing'], ['Up', 'answered'], ['Busy', 'busy']]);
/** Of Q.850: 17 busy, 21 rejected; 1, 3, 20 and 27 lead to no phone. */
const causes = new Map([[17, 'busy'], [21, 'busy'], [1, 'unreachable'], [3, 'unreachable'], [20, 'unreachable'], [27, 'unreachable']]);

/** Of an ARI event; undefined when it tells nothing about the phone. */
function stateIn(event: JsObj): string | undefined {
  const type = event.asString('type');
  if (type === 'ChannelStateChange') return channelStates.get(event.asString('channel.state'));
  return type === 'ChannelDestroyed' ? causes.get(event.asNum('cause')) : undefined;
}

/** 409: the channel is there already, so a call was made, and 5xx: nobody knows. Other 4xx: Asterisk refused. */
function failure(status: number) {
  const details = { status: `${status}` };
  const refused = status >= 300 && status < 500 && status !== 408 && status !== 409;
  return refused ? HttpLoop.refused('request_refused', details) : HttpLoop.error('wrong_http_status', details);
}
