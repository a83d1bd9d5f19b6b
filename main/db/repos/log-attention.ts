import type { Reader, Writer } from '../connection';
import { idList, joinSql, sql, type Sql } from '../sql';
import { entryOf } from './outbox-members';

/**
 * When a message of the log asks nothing any more. A message bears the name of its sentence at the beginning of `fold`;
 * each rule holds for some sentences and looks at what the message is about, as it is now. Messages without a rule are
 * about what Simon cannot see, such as a total that the office compares: it says itself that it has seen them.
 */
interface Rule {
  readonly sentences: readonly string[];
  /** True once it is mended; `l` is the message. */
  readonly isMended: Sql;
}

const delivery = sql`(SELECT o.state FROM outbox AS o WHERE o.id = ${entryOf(sql`l.record_id`)})`;
const isHeld = sql`(SELECT o.held FROM outbox AS o WHERE o.id = ${entryOf(sql`l.record_id`)})`;
/** A later message with exactly this fold. */
const laterMessage = (fold: string): Sql => sql`EXISTS (SELECT 1 FROM log AS n WHERE n.fold = ${fold} AND n.id > l.id)`;
const pdfsOf = (state: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM outbox_pdf AS p WHERE p.work_order_id = l.record_id AND ${state})`;
const laterRun = sql`
  EXISTS (SELECT 1 FROM run AS r WHERE r.result = 'finished' AND r.ended_at_ms > l.last_at_ms)`;

/** Folds of the messages about what is parked now, by id and by name. */
const PARKED = sql`(
  SELECT 'parked:' || (problem ->> '$.code') || ':' || resource || '-' || external_id FROM parked
  UNION ALL SELECT 'parked:' || (problem ->> '$.code') || ':' || resource || '-' || label FROM parked)`;

/** Kept and not to be chosen, because an open work order uses it still. */
const STILL_IN_USE = sql`
  CASE l.about
    WHEN 'customer' THEN EXISTS (
      SELECT 1 FROM customer AS c JOIN work_order AS w ON w.customer_id = c.id AND w.status <> 'archived'
      WHERE c.id = l.record_id AND c.active = 0)
    WHEN 'workAddress' THEN EXISTS (
      SELECT 1 FROM work_address AS a JOIN work_order AS w ON w.work_address_id = a.id AND w.status <> 'archived'
      WHERE a.id = l.record_id AND a.active = 0)
    ELSE EXISTS (
      SELECT 1 FROM article AS a JOIN work_order_article AS b ON b.article_id = a.id
        JOIN work_order AS w ON w.id = b.work_order_id AND w.status <> 'archived'
      WHERE a.id = l.record_id AND a.active = 0)
  END`;

const RULES: readonly Rule[] = [
  { sentences: ['blocked'], isMended: sql`coalesce(${delivery}, '') <> 'blocked'` },
  { sentences: ['held'], isMended: sql`coalesce(${isHeld}, 0) = 0` },
  { sentences: ['unsure'], isMended: sql`coalesce(${delivery}, '') <> 'unsure'` },
  { sentences: ['waiting-long'], isMended: sql`coalesce(${delivery}, '') NOT IN ('waiting', 'sending', 'unsure')` },
  {
    sentences: ['several-waiting-long'],
    isMended: sql`NOT EXISTS (
      SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending', 'unsure') AND archived_at_ms < l.last_at_ms)`,
  },
  { sentences: ['pdf-held'], isMended: sql`NOT ${pdfsOf(sql`p.state = 'held'`)}` },
  { sentences: ['pdf-waiting-long'], isMended: sql`NOT ${pdfsOf(sql`p.state <> 'done'`)}` },
  {
    sentences: ['several-pdfs-waiting-long'],
    isMended: sql`NOT EXISTS (SELECT 1 FROM outbox_pdf WHERE state <> 'done' AND made_at_ms < l.last_at_ms)`,
  },
  {
    sentences: ['pdf-not-made'],
    isMended: sql`(coalesce(${delivery}, '') <> 'waiting' OR ${pdfsOf(sql`TRUE`)})`,
  },
  {
    sentences: ['still-asking'],
    isMended: sql`NOT EXISTS (SELECT 1 FROM outbox WHERE state = 'blocked' OR (state = 'unsure' AND held = 1))`,
  },
  { sentences: ['link-stopped'], isMended: sql`(${laterMessage('link-restored:link')} OR ${laterRun})` },
  { sentences: ['sending-stopped'], isMended: laterMessage('sending-restored:link') },
  { sentences: ['pdfs-stopped'], isMended: laterMessage('pdfs-restored:link') },
  { sentences: ['clock-wrong'], isMended: laterMessage('clock-right:link') },
  { sentences: ['run-failed', 'table-failed'], isMended: laterRun },
  {
    sentences: ['clean-up-failed'],
    isMended: sql`EXISTS (
      SELECT 1 FROM cleaned AS k WHERE k.at_ms > l.last_at_ms AND l.fold LIKE '%:table-' || k.resource)`,
  },
  { sentences: ['parked'], isMended: sql`l.fold NOT IN ${PARKED}` },
  { sentences: ['kept-in-use'], isMended: sql`NOT ${STILL_IN_USE}` },
  {
    sentences: ['data'],
    isMended: sql`(l.fold = 'data:daily-backup-failed' AND ${laterMessage('data:backup-made-again')})`,
  },
];

/** Name of the sentence of message `l`; null when it is folded with no other. */
export const SENTENCE = sql`substr(l.fold, 1, instr(l.fold, ':') - 1)`;

const IS_MENDED = joinSql(
  RULES.map(({ sentences, isMended }) => {
    const names = joinSql(
      sentences.map((sentence) => sql`${sentence}`),
      sql`, `,
    );
    return sql`(${SENTENCE} IN (${names}) AND ${isMended})`;
  }),
  sql` OR `,
);

/**
 * The last message about each work order that is blocked, or held for an answer of the office, now. It asks until that is
 * mended, also when the office said that it has seen it.
 */
const UNMENDED = joinSql(
  [
    { sentence: 'blocked', where: sql`o.state = 'blocked'` },
    { sentence: 'held', where: sql`o.state = 'unsure' AND o.held = 1` },
  ].map(
    ({ sentence, where }) => sql`
      SELECT max(l.id) FROM outbox AS o
        JOIN log AS l ON l.fold = ${sentence} || ':' || (o.problem ->> '$.code') || ':work-order-' || o.work_order_id
      WHERE ${where} GROUP BY o.id`,
  ),
  sql` UNION `,
);

/** Ids of messages about what only mending can end. */
export const unmended = (db: Reader): readonly number[] => db.column<number>(UNMENDED);

/** Ids of messages that ask for nothing any more, although nobody wrote that down yet. */
export const mended = (db: Reader): readonly number[] =>
  db.column<number>(sql`SELECT l.id FROM log AS l WHERE l.asks = 1 AND l.fold IS NOT NULL AND (${IS_MENDED})`);

/** These messages ask for nothing any more. */
export const settle = (db: Writer, ids: readonly number[]): void =>
  void db.run(sql`UPDATE log SET asks = 0 WHERE asks = 1 AND id IN ${idList(ids)}`);
