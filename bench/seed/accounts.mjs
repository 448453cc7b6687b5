import pg from 'pg';

const given = ['anna', 'boris', 'clara', 'dmitri', 'elena', 'fedor', 'galina', 'henry', 'irina', 'jacob', 'karl', 'lidia', 'maria', 'nikolai', 'olga', 'petr', 'rosa', 'sergei', 'tatiana', 'vera'];
const family = ['abramov', 'belov', 'chekhov', 'drozdov', 'ershov', 'fomin', 'gusev', 'hartmann', 'ivanov', 'jansen', 'kuznetsov', 'lebedev', 'morozov', 'novikov', 'orlov', 'popov', 'romanov', 'smirnov', 'tarasov', 'volkov'];
const array = (names) => `ARRAY['${names.join("','")}']`;
const atOnce = 100_000;

/**
 * Accounts as the services write them, with the words of `searchWords`: `directory` compares some of them with the real ones. Names are
 * the same over and over, as names are; logins, addresses and numbers are each somebody's own. Account n has the sub
 * `00000000-0000-4000-8000-<n as 12 digits>`.
 */
export async function seedAccounts(databaseUrl, count) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let from = 0; from < count; from += atOnce) await client.query(statement, [from, Math.min(count, from + atOnce) - 1]);
    await client.query('VACUUM ANALYZE accounts');
    await client.query('VACUUM ANALYZE account_words');
  } finally {
    await client.end();
  }
}

const statement = `
  WITH people AS (
    SELECT n, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid AS sub, 'user-' || n AS login,
      (${array(given)})[1 + n % 20] AS given, (${array(family)})[1 + (n / 20) % 20] || (n / 400) % 50 AS family,
      'user-' || n || '@example.org' AS email, '900' || lpad(n::text, 7, '0') AS national
    FROM generate_series($1::int, $2::int) AS n),
  worded AS (
    SELECT *, ARRAY[login, email, given, family, ' n phone_number', '7' || national, national, ' r' || reverse('7' || national)] AS words FROM people),
  made AS (
    INSERT INTO accounts (sub, login, email, phone, attributes, words, unworded)
    SELECT sub, login, email, '+7' || national,
      jsonb_build_object('email', email, 'phone_number', '+7' || national, 'given_name', given, 'family_name', family), words, false FROM worded)
  INSERT INTO account_words (word, sub) SELECT unnest(words), sub FROM worded`;
