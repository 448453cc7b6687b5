/** Ninety days. */
const spanMs = 90 * 86_400_000;

/**
 * How often each type stands in a journal of a thousand events; the rest is `tokens_refreshed`. Accounts, addresses and applications are as
 * uneven as in life: one address and one application are in a third of all events.
 */
const shares = {
  password_right: 110, login_started: 110, call_asked: 100, call_placed: 92, call_rang: 90, entry_right: 80, entry_wrong: 14, login_completed: 90,
  tokens_issued: 95, password_wrong: 30, password_waits: 8, call_refused: 6, call_failed: 8, method_blocked: 1, guard_fired: 1, browser_recognised: 20,
};

/** @param from the first number of this part @param to the last one */
function insertion(from, to, most, now) {
  const bounds = [];
  let sum = 0;
  for (const [type, share] of Object.entries(shares)) bounds.push(`WHEN dice < ${String((sum += share))} THEN '${type}'`);
  return `
    INSERT INTO audit_events (event, at, type, sub, login, sid, client_id, address, user_agent, correlation_id, method, details)
    SELECT gen_random_uuid(), to_timestamp((${String(now - spanMs)} + (n * ${String(spanMs / most)})::bigint) / 1000.0), kind,
      md5('account' || person)::uuid::text, substr(md5('login' || n / 8), 1, 22), NULL,
      CASE WHEN person % 3 = 0 THEN 'shop' WHEN person % 3 = 1 THEN 'app' || person % 50 END,
      CASE WHEN person % 3 = 1 THEN '192.0.2.1' ELSE '10.' || person % 250 || '.' || person / 250 % 250 || '.' || person / 62500 % 250 END,
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'c-' || n / 4, 'flashCall',
      CASE kind WHEN 'call_placed' THEN jsonb_build_object('name', 'provider', 'dialMs', 400 + n % 900)
        WHEN 'call_failed' THEN jsonb_build_object('reason', CASE n % 3 WHEN 0 THEN 'provider_failed' WHEN 1 THEN 'late' ELSE 'provider_refused' END)
        WHEN 'call_refused' THEN jsonb_build_object('reason', CASE n % 2 WHEN 0 THEN 'too_early' ELSE 'blocked' END)
        WHEN 'guard_fired' THEN jsonb_build_object('reason', 'guard_number')
        WHEN 'entry_wrong' THEN jsonb_build_object('triesLeft', 2, 'budgetLeft', 7) END
    FROM (SELECT n, (n / 8 * 7919) % 1000000 AS person, CASE ${bounds.join(' ')} ELSE 'tokens_refreshed' END AS kind
      FROM (SELECT n, abs(hashint8(n) % 1000) AS dice FROM generate_series(${String(from)}::bigint, ${String(to)}::bigint) AS n) AS each) AS every`;
}

/**
 * Fills the journal with `most` events: without its indexes, which are built afterwards as the migrations have made them.
 *
 * @returns how long it took, in ms
 */
export async function seedJournal(database, most, now) {
  const began = performance.now();
  await database.query('SET statement_timeout = 0');
  const indexes = await database.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'audit_events' AND indexname NOT IN ('audit_events_pkey', 'audit_events_event_key')`,
  );
  for (const { name } of indexes) await database.query(`DROP INDEX ${name}`);
  await database.query('ALTER TABLE audit_events DROP CONSTRAINT audit_events_event_key');
  const part = 500_000;
  for (let from = 1; from <= most; from += part) await database.query(insertion(from, Math.min(most, from + part - 1), most, now));
  // A few of what is rare, where only an administrator looks.
  await database.query(
    `INSERT INTO audit_events (event, at, type, sub, details)
     SELECT gen_random_uuid(), to_timestamp((${String(now)} - n * 60000) / 1000.0), 'administration', md5('account' || n)::uuid::text,
       jsonb_build_object('resource', 'account', 'deed', 'changed', 'target', 'ada', 'actor', md5('admin' || n % 7)::uuid::text)
     FROM generate_series(1, 2000) AS n`,
  );
  const inserted = performance.now() - began;
  await database.query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of indexes) await database.query(definition);
  await database.query('ALTER TABLE audit_events ADD CONSTRAINT audit_events_event_key UNIQUE (event)');
  await database.query('VACUUM (ANALYZE) audit_events');
  return { insertedMs: inserted, allMs: performance.now() - began };
}
