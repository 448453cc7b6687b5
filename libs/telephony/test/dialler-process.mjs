/**
 * One copy of the service, as a process that can be killed: presses, pages and a dialler over the real stores. Arguments: Redis
 * and the provider's address. Each line of its input is a deed, `{"re":1,"deed":"press",…}`; it answers with a line that has the
 * same `re`, and prints a line for each call that its dialler is done with. A person's account is named after the telephone.
 */
import { createInterface } from 'node:readline';
import { AskForCall, CallTags, ChallengeIds, CheckEntry, CodeChecks, CodeDigest, EnterCode, EntryNotes, HangUp, PlaceCall, routesBy, viewOf } from '@blitz/factors';
import { FakeCallLedger, fakeCallGate, FakeFlashCallSettings } from '@blitz/factors/fakes';
import { Sealer, SystemClock } from '@blitz/kernel';
import { AskAgain, CallbackTokens, LiveProcedures, ProcedureCalls, ProcedureLoop, ProviderHealth } from '@blitz/procedures';
import { FakeProcedureStore, written } from '@blitz/procedures/fakes';
import { LiveUpdates, RedisBreakers, RedisChallenges, RedisLogins, RedisOpenEntries } from '@blitz/redis';
import { QuickJsSandbox } from '@blitz/sandbox';
import { AxiosEgress, BullMqCallQueue, BullMqDialler, BullMqFollowUpQueue } from '@blitz/telephony';
import { Redis } from 'ioredis';

const [redisUrl, providerUrl] = process.argv.slice(2);
const { hostname, port, password, pathname } = new URL(redisUrl);
const retryStrategy = (times) => Math.min(times * 100, 1_000);
const connection = { host: hostname, port: Number(port), db: Number(pathname.slice(1) || 0), retryStrategy };
if (password !== '') connection.password = password;
const working = { ...connection, maxRetriesPerRequest: null };
const adding = { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 3_000 };

// As the services connect.
const patience = { maxRetriesPerRequest: 2, commandTimeout: 3_000, connectTimeout: 3_000 };
const redis = new Redis(redisUrl, { ...patience, enableAutoPipelining: true, retryStrategy, autoResendUnfulfilledCommands: false });
redis.on('error', () => undefined);
const clock = new SystemClock();
const challenges = new RedisChallenges(redis);
const settings = new FakeFlashCallSettings();
const audit = { record: () => undefined };
const accountOf = (sub) => ({ sub, login: 'ada', attributes: { phone_number: `+${sub.split('-')[0]}` }, locked: false });
const accounts = { find: (sub) => Promise.resolve(accountOf(sub)) };
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** The vendor's example, as the compiler leaves it; and what it would be if the provider kept the code to itself. */
const javascript = `export default class {
  run(obj, result) {
    if (result === null) {
      const body = JsObj.empty.addString('id', obj.asString('request_id')).addString('dst_number', obj.asString('phone_number').slice(-10));
      return HttpLoop.callBuilder('POST', '${providerUrl}').withHeader('Token', 'a token').withBody(body).build();
    }
    if (result.status() !== 200) return HttpLoop.error('wrong_http_status');
    if (result.body().has('call')) return HttpLoop.Ok(JsObj.empty.addObj('check', JsObj.empty.addString('call', result.body().asString('call'))));
    return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asString('SenderID')));
  }
  check(obj, result) {
    const body = JsObj.empty.addString('typed', obj.asString('typed'));
    if (result === null) return HttpLoop.callBuilder('POST', '${providerUrl}').withBody(body).build();
    return HttpLoop.Ok(JsObj.empty.addBool('right', result.body().asBool('right')));
  }
}`;
const { host } = new URL(providerUrl);
const store = new FakeProcedureStore();
const stamp = { author: 'admin', address: '', browser: '', expectedVersion: 0 };
await store.save({ ...written('example'), javascript, entryPoints: ['run', 'check'], hosts: [host], secrets: [] }, stamp);
await store.savePlan([{ procedure: 'example', destinations: [], enabled: true }], stamp);

const ids = new ChallengeIds(Buffer.alloc(32, 8), settings);
const routeOf = routesBy(new CallTags(Buffer.alloc(32, 9)));
const sealer = new Sealer([Buffer.alloc(32, 6)]);
const egress = new AxiosEgress({ allowHttp: [host], allowAddresses: ['127.0.0.1'] });
const loop = new ProcedureLoop(new QuickJsSandbox(), egress, clock);
const live = new LiveProcedures(store, sealer, clock, () => undefined);
const parts = {
  loop,
  again: new AskAgain(live, loop, sealer, clock),
  health: new ProviderHealth(new RedisBreakers(redis), audit, clock),
  ledger: new FakeCallLedger(),
  callbacks: new CallbackTokens(sealer, 'https://id.example.org/callbacks'),
  routeOf,
};
const provider = new ProcedureCalls(live, parts, sealer, clock);
const digest = new CodeDigest(Buffer.alloc(32, 7));
const placeCall = new PlaceCall({ challenges, accounts, settings, ids, routeOf }, provider, digest, clock, audit);
const followUps = new BullMqFollowUpQueue(adding);
const notes = new EntryNotes(audit, new FakeCallLedger(), followUps);
const updates = redis.duplicate();
updates.on('error', () => undefined);
const entries = new RedisOpenEntries(redis, new LiveUpdates(updates), sealer);
const checkEntry = new CheckEntry({ challenges, entries, accounts, settings, ids }, provider, clock, notes);
const options = { connection: working, concurrency: 4, lockMs: 1_500, now: () => clock.now(), report: (report) => say(report) };
const dialler = new BullMqDialler({ placeCall, checkEntry, hangUp: new HangUp(challenges, provider) }, options);

const logins = new RedisLogins(redis);
const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation' };
const calls = { queue: new BullMqCallQueue(adding), ids, gate: fakeCallGate() };

/** `ahead`: by how much the person's time is ahead of the machine's. */
const at = ({ ahead = 0 }) => ({ now: () => clock.now() + ahead });

const deeds = {
  dial: () => dialler.start(),
  stop: () => dialler.stop(20_000),
  queue: () => calls.queue.ageMs(clock.now()),
  login: (words) => logins.open({ id: words.login, sub: words.sub, startedAt: clock.now(), proved: ['password'], trustSettled: false }),
  async press(words) {
    const askForCall = new AskForCall(challenges, calls, settings, at(words), audit);
    const { verdict, challengeId } = await askForCall.execute({ account: accountOf(words.sub), login: words.login, number: words.number, origin });
    return { verdict: verdict.kind, challengeId };
  },
  async look(words) {
    const standing = await challenges.look(words.sub);
    const looking = { login: words.login, asked: standing.challenge?.id, now: at(words).now() };
    return { standing, view: viewOf(standing, looking, settings.limits()) };
  },
  async enter({ sub, login, id, code, ...words }) {
    const checks = new CodeChecks(challenges, { entries, queue: followUps }, settings, at(words), notes);
    const enterCode = new EnterCode(challenges, { digest, checks }, settings, at(words), notes);
    const { answer: entered } = await enterCode.execute({ asker: { sub, login }, challengeId: id, typed: code, origin });
    return entered.kind;
  },
};

async function answer({ re, deed, ...words }) {
  try {
    say({ re, said: (await deeds[deed](words)) ?? null });
  } catch (error) {
    say({ re, failed: error instanceof Error ? error.message : 'no error' });
  }
}
createInterface({ input: process.stdin }).on('line', (line) => void answer(JSON.parse(line))).on('close', () => process.exit());
await redis.ping();
say({ ready: true });
