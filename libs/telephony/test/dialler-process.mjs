/**
 * One copy of the service, as a process that can be killed: a dialler over the real stores. Runs what is built, as services do.
 * Arguments: Redis, provider, account, and `press` when the account's person presses the button here first.
 * Prints a line of JSON for each thing that happens.
 */
import { AskForCall, CallTags, ChallengeIds, CheckEntry, CodeDigest, EntryNotes, HangUp, PlaceCall, routesBy } from '@blitz/factors';
import { fakeCallGate, FakeCallLedger, FakeFlashCallSettings } from '@blitz/factors/fakes';
import { Sealer, SystemClock } from '@blitz/kernel';
import { CallbackTokens, LiveProcedures, ProcedureCalls, ProcedureLoop } from '@blitz/procedures';
import { FakeProcedureStore, written } from '@blitz/procedures/fakes';
import { LiveUpdates, RedisBreakers, RedisChallenges, RedisLogins, RedisOpenEntries } from '@blitz/redis';
import { QuickJsSandbox } from '@blitz/sandbox';
import { AxiosEgress, BullMqCallQueue, BullMqDialler, BullMqFollowUpQueue } from '@blitz/telephony';
import { Redis } from 'ioredis';

const [redisUrl, providerUrl, sub, deed] = process.argv.slice(2);
const { hostname, port, password, pathname } = new URL(redisUrl);
const connection = { host: hostname, port: Number(port), db: Number(pathname.slice(1) || 0), maxRetriesPerRequest: null };
if (password !== '') connection.password = password;

const redis = new Redis(redisUrl);
const clock = new SystemClock();
const challenges = new RedisChallenges(redis);
const settings = new FakeFlashCallSettings();
const audit = { record: () => undefined };
const account = { sub, login: 'ada', attributes: { phone_number: '+79161234567' }, locked: false };
const accounts = { find: () => Promise.resolve(account) };
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** The vendor's example, as the compiler leaves it. */
const javascript = `export default class {
  run(obj, result) {
    if (result === null) {
      const body = JsObj.empty.addString('id', obj.asString('request_id')).addString('dst_number', obj.asString('phone_number').slice(-10));
      return HttpLoop.callBuilder('POST', '${providerUrl}').withBody(body).build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status');
    return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asString('SenderID')));
  }
}`;
const { host } = new URL(providerUrl);
const store = new FakeProcedureStore();
const stamp = { author: 'admin', address: '', browser: '', expectedVersion: 0 };
await store.save({ ...written('example'), javascript, hosts: [host], secrets: [] }, stamp);
await store.savePlan([{ procedure: 'example', destinations: [], enabled: true }], stamp);

const ids = new ChallengeIds(Buffer.alloc(32, 8), settings);
const routeOf = routesBy(new CallTags(Buffer.alloc(32, 9)));
const sealer = new Sealer([Buffer.alloc(32, 6)]);
const egress = new AxiosEgress({ allowHttp: [host], allowAddresses: ['127.0.0.1'] });
const parts = {
  loop: new ProcedureLoop(new QuickJsSandbox(), egress, clock),
  breakers: new RedisBreakers(redis),
  ledger: new FakeCallLedger(),
  callbacks: new CallbackTokens(sealer, 'https://id.example.org/callbacks'),
  routeOf,
};
const provider = new ProcedureCalls(new LiveProcedures(store, sealer, clock, () => undefined), parts, sealer, clock);
const placeCall = new PlaceCall({ challenges, accounts, settings, ids, routeOf }, provider, new CodeDigest(Buffer.alloc(32, 7)), clock, audit);
const notes = new EntryNotes(audit, new FakeCallLedger(), new BullMqFollowUpQueue(connection));
const entries = new RedisOpenEntries(redis, new LiveUpdates(redis.duplicate()), sealer);
const checkEntry = new CheckEntry({ challenges, entries, accounts, settings, ids }, provider, clock, notes);
const options = { connection, concurrency: 4, lockMs: 900, now: () => clock.now(), report: (report) => say(report) };
new BullMqDialler({ placeCall, checkEntry, hangUp: new HangUp(challenges, provider) }, options).start();

if (deed === 'press') {
  const login = { id: 'login', sub, startedAt: clock.now(), proved: ['password'], trustSettled: false };
  await new RedisLogins(redis).open(login);
  const askForCall = new AskForCall(challenges, { queue: new BullMqCallQueue(connection), ids, gate: fakeCallGate() }, settings, clock, audit);
  const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation' };
  const { verdict, challengeId } = await askForCall.execute({ account, login: 'login', number: 1, origin });
  say({ pressed: verdict.kind, challengeId });
}
