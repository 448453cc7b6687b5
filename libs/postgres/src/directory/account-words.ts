import { searchWords, type Account } from '@blitz/accounts';
import { changed, type Asker } from '../database/rows.ts';

type Worded = Pick<Account, 'sub' | 'login' | 'attributes'>;

const given = `WITH given AS (SELECT sub AS given_sub, ARRAY (SELECT jsonb_array_elements_text(words)) COLLATE "C" AS given_words
  FROM jsonb_to_recordset($1::jsonb) AS each (sub uuid, words jsonb))`;

const statements = [
  `${given}, old AS (SELECT sub AS old_sub, given_words, unnest(words) AS old_word FROM given JOIN accounts ON sub = given_sub)
    DELETE FROM account_words USING old WHERE sub = old_sub AND word = old_word AND word <> ALL (given_words)`,
  `${given} UPDATE accounts SET words = given_words, unworded = false FROM given WHERE sub = given_sub`,
];

/** Writes the words of accounts whose rows are held by this transaction. */
export async function writeWords(transaction: Asker, accounts: readonly Worded[], country?: string): Promise<void> {
  const words = JSON.stringify(accounts.map((account) => ({ sub: account.sub, words: searchWords(account, country) })));
  for (const statement of statements) await changed(transaction, statement, [words]);
  await transaction.query(`${given} INSERT INTO account_words (word, sub) SELECT unnest(given_words), given_sub FROM given ON CONFLICT DO NOTHING`, [words]);
}
