import { lettersOnly } from '../close-words';
import type { Reader, Writer } from '../connection';
import { sql } from '../sql';

/** What is searched with typing errors. */
export type SearchSubject = 'customer' | 'article';

/** Keeps the words of these search texts; in the transaction that stores their rows. */
export function keepWords(db: Writer, subject: SearchSubject, searchTexts: Iterable<string>): void {
  const words = new Set<string>();
  for (const text of searchTexts) for (const word of lettersOnly(text)) words.add(word);
  if (words.size === 0) return;
  db.run(sql`
    INSERT OR IGNORE INTO search_word (subject, word)
    SELECT ${subject}, value FROM json_each(${JSON.stringify([...words])})`);
}

/** Every word there is of at least so many letters. */
export const wordsOf = (db: Reader, subject: SearchSubject, leastLetters: number): readonly string[] =>
  db.column<string>(sql`SELECT word FROM search_word WHERE subject = ${subject} AND length(word) >= ${leastLetters}`);

/** For a wipe: what comes back brings its words along. */
export function forgetWords(db: Writer, subject: SearchSubject): void {
  db.run(sql`DELETE FROM search_word WHERE subject = ${subject}`);
}
